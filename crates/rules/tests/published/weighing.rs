//! What makes a rule harder, easier or otherwise, condition by condition.

use std::fmt::Debug;

use rules::change::{Direction, between, direction};
use rules::locker::{About, Ages, Degree, Relation, Series, Track, WorkKind};
use rules::policy::{
    Area, Ask, AskAgreement, AskBase, AskCompetencies, AskEducation, AskExam, AskFamilies,
    AskLeadership, AskMembership, AskReferences, AskRsc, AskTraining, AskWork, AskedTranscript,
    Bucket, ProviderRule, Slot, Span, Subject,
};
use rules::{Requirement, RequirementId};

use crate::making::policy;

fn way(before: Ask, after: Ask) -> Direction {
    let rule = policy("ifs", "2022").requirements[0].clone();
    direction(&Requirement { ask: before, ..rule.clone() }, &Requirement { ask: after, ..rule })
}

/// The later asks more, and the other way round less.
fn harder<T: Clone + Debug>(kind: fn(T) -> Ask, before: &T, after: &T) {
    let ask = |it: &T| kind(it.clone());
    assert_eq!(way(ask(before), ask(after)), Direction::Harder, "{before:?} {after:?}");
    assert_eq!(way(ask(after), ask(before)), Direction::Easier, "{before:?} {after:?}");
}

/// Nobody can tell which asks more.
fn otherwise<T: Clone + Debug>(kind: fn(T) -> Ask, before: &T, after: &T) {
    let ask = |it: &T| kind(it.clone());
    assert_eq!(way(ask(before), ask(after)), Direction::Otherwise, "{before:?} {after:?}");
    assert_eq!(way(ask(after), ask(before)), Direction::Otherwise, "{before:?} {after:?}");
}

#[test]
fn fewer_degrees_are_harder_and_so_is_an_official_transcript() {
    let rule = AskEducation {
        degrees: vec![Degree::Master],
        in_doubt: vec![Degree::Other],
        transcript: Some(AskedTranscript::Official),
    };
    let with = |degrees: &[Degree], in_doubt: &[Degree]| AskEducation {
        degrees: degrees.to_vec(),
        in_doubt: in_doubt.to_vec(),
        ..rule.clone()
    };
    harder(Ask::Education, &with(&[Degree::Master, Degree::Bachelor], &[Degree::Other]), &rule);
    harder(Ask::Education, &rule, &with(&[Degree::Master], &[]));
    harder(Ask::Education, &with(&[Degree::Master, Degree::Other], &[]), &rule);
    otherwise(Ask::Education, &rule, &with(&[Degree::Bachelor], &[Degree::Other]));
    let transcript = |transcript| AskEducation { transcript, ..rule.clone() };
    harder(Ask::Education, &transcript(Some(AskedTranscript::Unofficial)), &rule);
    otherwise(Ask::Education, &transcript(None), &rule);
}

#[test]
fn every_condition_on_work_is_harder_and_every_way_out_is_easier() {
    let rule = AskWork {
        kinds: vec![WorkKind::Promotion, WorkKind::Prevention],
        years: Some(2),
        families: Some(10),
        ..AskWork::default()
    };
    let kinds = vec![WorkKind::Prevention];
    let others = vec![AskFamilies { families: Some(10), months: Some(6), ..Default::default() }];
    for more in [
        AskWork { kinds: kinds.clone(), ..rule.clone() },
        AskWork { years: Some(3), ..rule.clone() },
        AskWork { paid: true, ..rule.clone() },
        AskWork { after_degree: true, ..rule.clone() },
        AskWork { younger_than_months: Some(36), ..rule.clone() },
        AskWork { ages: Some(Ages { from: 37, to: 71 }), ..rule.clone() },
        AskWork { focus: true, ..rule.clone() },
        AskWork { families: Some(11), ..rule.clone() },
    ] {
        harder(Ask::Work, &rule, &more);
    }
    harder(Ask::Work, &AskWork { unpaid_years_in_doubt: 1, ..rule.clone() }, &rule);
    harder(Ask::Work, &AskWork { alternatives: others, ..rule.clone() }, &rule);
    for unlike in [
        AskWork { years: None, ..rule.clone() },
        AskWork { families: None, ..rule.clone() },
        AskWork { ages_known_by: kinds, ..rule.clone() },
        AskWork { years: Some(3), families: Some(9), ..rule.clone() },
    ] {
        otherwise(Ask::Work, &rule, &unlike);
    }
    let younger = |months| AskWork { younger_than_months: Some(months), ..rule.clone() };
    otherwise(Ask::Work, &younger(36), &younger(72));
}

#[test]
fn a_track_is_harder_than_any_and_more_years_than_fewer() {
    let any = AskLeadership { track: None, years: Some(2) };
    let of = |track| AskLeadership { track: Some(track), years: Some(2) };
    harder(Ask::Leadership, &any, &of(Track::Policy));
    otherwise(Ask::Leadership, &of(Track::Clinical), &of(Track::Policy));
    harder(Ask::Leadership, &any, &AskLeadership { years: Some(3), ..any });
}

#[test]
fn more_minutes_of_training_are_harder_and_so_is_what_has_to_be_taught_or_named() {
    let rule = AskTraining {
        subject: Some(Subject::Rsc),
        minutes: Some(900),
        bucket: Some(Bucket::WithinTotal),
        ..AskTraining::default()
    };
    for more in [
        AskTraining { minutes: Some(901), ..rule.clone() },
        AskTraining { didactic_rsc: true, ..rule.clone() },
        AskTraining { names_area: true, ..rule.clone() },
        AskTraining { bucket: Some(Bucket::Additional), ..rule.clone() },
    ] {
        harder(Ask::Training, &rule, &more);
    }
    otherwise(Ask::Training, &rule, &AskTraining { subject: Some(Subject::Dei), ..rule.clone() });
    otherwise(Ask::Training, &rule, &AskTraining { minutes: None, ..rule.clone() });
    let volunteering = AskTraining { volunteer_minutes: Some(420), ..rule.clone() };
    otherwise(Ask::Training, &rule, &volunteering);
}

#[test]
fn supervision_is_harder_by_its_conditions_and_nobody_can_tell_where_none_is_known() {
    let provider = |category: &str| ProviderRule {
        category: category.into(),
        from: None,
        to: None,
        in_doubt: false,
    };
    let rule = AskRsc {
        minutes: Some(1440),
        providers: vec![provider("imhm-c"), provider("imhs")],
        during: vec![WorkKind::ImhsPractice, WorkKind::Prevention],
        ..AskRsc::default()
    };
    for more in [
        AskRsc { minutes: Some(1441), ..rule.clone() },
        AskRsc { about: Some(About::OwnPractice), ..rule.clone() },
        AskRsc { providers: vec![provider("imhm-c")], ..rule.clone() },
        AskRsc { after_degree: true, ..rule.clone() },
        AskRsc { during: vec![WorkKind::ImhsPractice], ..rule.clone() },
    ] {
        harder(Ask::Rsc, &rule, &more);
    }
    for less in [
        AskRsc { during_in_doubt: vec![WorkKind::Promotion], ..rule.clone() },
        AskRsc { during_about_rsc: vec![WorkKind::ProvidesRsc], ..rule.clone() },
        AskRsc { peers: true, ..rule.clone() },
    ] {
        harder(Ask::Rsc, &less, &rule);
    }
    for unlike in [
        AskRsc { minutes: None, ..rule.clone() },
        AskRsc { providers: vec![], ..rule.clone() },
        AskRsc { providers_unlisted: true, ..rule.clone() },
        AskRsc { providers_from: Some(jiff::civil::date(2024, 1, 1)), ..rule.clone() },
        AskRsc { during: vec![], ..rule.clone() },
        AskRsc { span_months: Some(Span { least: Some(12), most: None }), ..rule.clone() },
    ] {
        otherwise(Ask::Rsc, &rule, &unlike);
    }
    let bucket = |bucket| AskRsc { bucket: Some(bucket), ..rule.clone() };
    harder(Ask::Rsc, &bucket(Bucket::WithinTotal), &bucket(Bucket::Additional));
}

#[test]
fn more_ratings_are_harder_and_so_are_choosier_ones() {
    let slot = |relations: &[Relation]| Slot { relations: relations.to_vec(), endorsed_as: vec![] };
    let rule = AskReferences {
        slots: vec![slot(&[Relation::Colleague, Relation::Teacher])],
        void_from: Some(5),
        valid_months: Some(12),
        one_endorsed_as: vec!["imhm-c".into(), "imhs".into()],
    };
    let slots = |slots: Vec<Slot>| AskReferences { slots, ..rule.clone() };
    let endorsed = Slot { endorsed_as: vec!["imhs".into()], ..rule.slots[0].clone() };
    for more in [
        slots(vec![rule.slots[0].clone(); 2]),
        slots(vec![slot(&[Relation::Colleague])]),
        slots(vec![endorsed.clone()]),
        AskReferences { void_from: Some(4), ..rule.clone() },
        AskReferences { valid_months: Some(11), ..rule.clone() },
        AskReferences { one_endorsed_as: vec!["imhm-c".into()], ..rule.clone() },
    ] {
        harder(Ask::References, &rule, &more);
    }
    for unlike in [
        slots(vec![]),
        slots(vec![slot(&[])]),
        AskReferences { void_from: None, ..rule.clone() },
        AskReferences { valid_months: None, ..rule.clone() },
        AskReferences { one_endorsed_as: vec![], ..rule.clone() },
    ] {
        otherwise(Ask::References, &rule, &unlike);
    }
    let either = Slot { endorsed_as: vec!["imhs".into(), "imhm-c".into()], ..endorsed.clone() };
    harder(Ask::References, &slots(vec![either]), &slots(vec![endorsed]));
    let unknown = Ask::References(slots(vec![]));
    assert_eq!(way(unknown.clone(), unknown), Direction::Same);
}

#[test]
fn more_areas_or_parts_are_harder_and_more_bases_are_easier() {
    let agreement = |name: &str| AskAgreement { agreement: name.into() };
    otherwise(Ask::Agreement, &agreement("code-of-ethics"), &agreement("endorsement-agreement"));
    let (any, own) = (AskMembership { own: None }, AskMembership { own: Some("x".into()) });
    harder(Ask::Membership, &any, &own);
    otherwise(Ask::Membership, &own, &AskMembership { own: Some("y".into()) });
    let areas = |ids: &[&str]| {
        let area = |id: &&str| Area { id: (*id).into(), confirmed: true };
        AskCompetencies::new(ids.iter().map(area).collect())
    };
    harder(Ask::Competencies, &areas(&["a"]), &areas(&["a", "b"]));
    otherwise(Ask::Competencies, &areas(&["a"]), &areas(&["b"]));
    let exam = |series, parts: &[u8]| AskExam { series, parts: parts.to_vec() };
    harder(Ask::Exam, &exam(Series::Imh, &[1]), &exam(Series::Imh, &[1, 2]));
    otherwise(Ask::Exam, &exam(Series::Imh, &[1]), &exam(Series::Ecmh, &[1]));
    let base = |ids: &[&str]| AskBase { categories: ids.iter().map(|it| (*it).into()).collect() };
    harder(Ask::BaseEndorsement, &base(&["ifs", "imhs"]), &base(&["imhs"]));
    let (degree, base) = (Ask::Education(AskEducation::default()), base(&["imhs"]));
    assert_eq!(way(degree, Ask::BaseEndorsement(base)), Direction::Otherwise);
}

#[test]
fn another_alternative_is_otherwise_and_new_advice_changes_nothing() {
    let plain = policy("ifs", "2022").requirements[0].clone();
    let or = |id| Requirement { or: Some(id), ..plain.clone() };
    let (exam, leadership) = (or(RequirementId::Exam), or(RequirementId::Leadership));
    assert_eq!(direction(&plain, &exam), Direction::Easier);
    assert_eq!(direction(&exam, &plain), Direction::Harder);
    assert_eq!(direction(&exam, &leadership), Direction::Otherwise);
    assert_eq!(direction(&exam, &exam), Direction::Same);

    let before = policy("ifs", "2022");
    let mut after = before.clone();
    let advice = Requirement { id: RequirementId::RscAboutRsc, advisory: true, ..plain };
    after.requirements.push(advice);
    let last = |changes: Vec<rules::change::Change>| changes.last().map(|it| it.direction);
    assert_eq!(last(between(&before, &after)), Some(Direction::Same));
    assert_eq!(last(between(&after, &before)), Some(Direction::Gone));
}

#[test]
fn every_direction_has_its_name() {
    use Direction::{Easier, Gone, Harder, New, Otherwise, Same};
    for it in [Same, Harder, Easier, New, Gone, Otherwise] {
        assert_eq!(serde_json::to_value(it).unwrap(), it.as_str());
    }
}
