//! What a version may ask besides: ages, focus, spans, vetted raters, an emerging standing, a base.

use crate::making::*;
use jiff::civil::{Date, date};
use rules::locker::{
    Ages, Endorsement, Focus, Locker, Reference, Relation, Rsc, Track, Work, WorkKind,
};
use rules::policy::{
    Areas, Ask, AskBase, AskFamilies, AskLeadership, AskReferences, AskRsc, AskTraining, AskWork,
    Confidence, Emerging, Slot, Span, Text,
};
use rules::{Finding, Policy, Reason, Requirement, RequirementId, Stage, Status, Step, assess};

const ON: Date = date(2024, 6, 1);

/// A version that asks one thing only.
fn asks(id: RequirementId, ask: Ask) -> Policy {
    let mut only = policy("ifs", "2022");
    let one = Requirement { id, ask, ..only.requirements[0].clone() };
    only.requirements = vec![one];
    only
}

fn one(policy: &Policy, locker: &Locker) -> Finding {
    assess(policy, locker, ON, Stage::Endorsement).findings.remove(0)
}

fn job(ages: Option<(u16, u16)>, kinds: &[WorkKind]) -> Work {
    let years = (date(2020, 1, 1), Some(date(2021, 12, 31)));
    let mut job = work("w", kinds[0], years.0, years.1);
    job.kinds = kinds.to_vec();
    job.ages_months = ages.map(|(from, to)| Ages { from, to });
    job
}

fn worked(ask: &AskWork, job: Work) -> (Status, Option<Reason>) {
    let asked = asks(RequirementId::WorkImhsPractice, Ask::Work(ask.clone()));
    let found = one(&asked, &Locker { work: vec![job], ..Locker::default() });
    (found.status, found.excluded_entries.first().map(|it| it.reason))
}

#[test]
fn three_up_to_six_is_37_through_71_months() {
    let ask = AskWork {
        kinds: vec![WorkKind::ImhsPractice],
        years: Some(2),
        ages: Some(Ages { from: 37, to: 71 }),
        ages_known_by: vec![WorkKind::PreschoolPractice],
        ..AskWork::default()
    };
    let practice = [WorkKind::ImhsPractice];
    let aged = |from, to| worked(&ask, job(Some((from, to)), &practice));
    let (met, out) = ((Status::Met, None), (Status::Unmet, Some(Reason::WrongAge)));

    assert_eq!(aged(0, 36), out);
    assert_eq!(aged(0, 37), met);
    assert_eq!(aged(71, 90), met);
    assert_eq!(aged(72, 90), out);
    assert_eq!(aged(40, 50), met);
    let unsaid = (Status::NeedsPerson, Some(Reason::WrongAge));
    assert_eq!(worked(&ask, job(None, &practice)), unsaid);
    let both = [WorkKind::ImhsPractice, WorkKind::PreschoolPractice];
    assert_eq!(worked(&ask, job(None, &both)), met);
    let other = worked(&ask, job(None, &[WorkKind::PreschoolPractice]));
    assert_eq!(other, (Status::Unmet, Some(Reason::WrongSubject)));
    let told = AskWork { ages_known_by: vec![], ..ask.clone() };
    assert_eq!(worked(&told, job(None, &practice)), met, "the kind says enough");
}

#[test]
fn the_work_may_have_to_be_about_feelings_and_relationships() {
    let kinds = vec![WorkKind::Prevention];
    let ask = AskWork { kinds, years: Some(2), focus: true, ..AskWork::default() };
    let on = |social_emotional, relationships| {
        let mut it = job(None, &[WorkKind::Prevention]);
        it.focus = Some(Focus { social_emotional, relationships });
        worked(&ask, it)
    };
    assert_eq!(on(true, true), (Status::Met, None));
    assert_eq!(on(true, false), (Status::Unmet, Some(Reason::WrongSubject)));
    assert_eq!(on(false, true), (Status::Unmet, Some(Reason::WrongSubject)));
    let unsaid = worked(&ask, job(None, &[WorkKind::Prevention]));
    assert_eq!(unsaid, (Status::NeedsPerson, Some(Reason::WrongSubject)));
}

#[test]
fn so_many_families_beside_the_years() {
    let kinds = vec![WorkKind::Prevention];
    let ask = AskWork { kinds, years: Some(2), families: Some(10), ..AskWork::default() };
    let asked = asks(RequirementId::WorkPrevention, Ask::Work(ask.clone()));
    let with = |families, to| {
        let mut it = job(None, &[WorkKind::Prevention]);
        (it.families, it.to) = (families, Some(to));
        one(&asked, &Locker { work: vec![it], ..Locker::default() })
    };
    let last = date(2021, 12, 31);
    assert_eq!(with(Some(10), last).status, Status::Met);
    assert_eq!(with(Some(8), last).step, Some(Step::Serve { families: 2, days: 0 }));
    assert_eq!(with(None, last).status, Status::NeedsPerson);
    assert_eq!(with(Some(10), date(2021, 12, 30)).step, Some(Step::Serve { families: 0, days: 1 }));
    let unpaid = AskWork { paid: true, ..ask };
    let mut maybe = job(None, &[WorkKind::Prevention]);
    maybe.paid = None;
    assert_eq!(worked(&unpaid, maybe.clone()), (Status::NeedsPerson, Some(Reason::Unpaid)));
    maybe.families = Some(9);
    assert_eq!(worked(&unpaid, maybe), (Status::Unmet, Some(Reason::Unpaid)), "families are short");
    let years =
        AskWork { kinds: vec![WorkKind::Prevention], families: Some(1), ..AskWork::default() };
    let unknown = asks(RequirementId::WorkPrevention, Ask::Work(years));
    let found = one(&unknown, &Locker::default());
    assert_eq!((found.status, found.required), (Status::NeedsPerson, None));
    assert_eq!(found.step, Some(Step::AskAssociation));
}

#[test]
fn the_years_or_the_families_whichever_is_nearer() {
    let other = AskFamilies { families: Some(10), months: Some(6), ..AskFamilies::default() };
    let ask = AskWork {
        kinds: vec![WorkKind::Prevention],
        years: Some(2),
        alternatives: vec![other],
        ..AskWork::default()
    };
    let asked = asks(RequirementId::WorkPrevention, Ask::Work(ask));
    let with = |families, to| {
        let it =
            Work { families: Some(families), to: Some(to), ..job(None, &[WorkKind::Prevention]) };
        let found = one(&asked, &Locker { work: vec![it], ..Locker::default() });
        (found.status, found.step)
    };
    let (met, half, years) = ((Status::Met, None), date(2020, 6, 30), date(2021, 12, 31));

    assert_eq!(with(0, years), met, "the years alone will do");
    assert_eq!(with(10, half), met, "so will half a year with ten families");
    let short = with(9, half);
    assert_eq!(short, (Status::Unmet, Some(Step::Serve { families: 1, days: 0 })));
    assert_eq!(with(0, date(2021, 12, 30)).0, Status::Unmet);
}

#[test]
fn leadership_of_any_track_where_none_is_asked() {
    let ask = AskLeadership { track: None, years: Some(1) };
    let asked = asks(RequirementId::Leadership, Ask::Leadership(ask));
    let entry = |track, from, to| leadership("l", track, from, Some(to));
    let led = vec![
        entry(Track::Policy, date(2023, 1, 1), date(2023, 6, 30)),
        entry(Track::Clinical, date(2023, 7, 1), date(2023, 12, 31)),
    ];
    let mut locker = Locker { leadership: led, ..Locker::default() };
    assert_eq!(one(&asked, &locker).status, Status::Met);
    locker.leadership[1].to = Some(date(2023, 12, 30));
    assert_eq!(one(&asked, &locker).status, Status::Unmet);
}

fn hours(id: &str, minutes: u32, from: Date, to: Date) -> Rsc {
    rsc(id, minutes, from, to, mentor_since(date(2000, 1, 1)))
}

#[test]
fn hours_may_have_to_lie_within_one_to_two_years() {
    let span_months = Some(Span { least: Some(12), most: Some(24) });
    let ask = AskRsc { minutes: Some(1440), span_months, ..AskRsc::default() };
    let asked = asks(RequirementId::RscTotal, Ask::Rsc(ask));
    let with = |rsc: Vec<Rsc>| one(&asked, &Locker { rsc, ..Locker::default() });
    let year = |id: &str, minutes, year| hours(id, minutes, date(year, 1, 1), date(year, 12, 31));

    assert_eq!(with(vec![year("a", 1440, 2020)]).status, Status::Met);
    let short = hours("a", 1440, date(2020, 1, 1), date(2020, 12, 30));
    let found = with(vec![short.clone()]);
    assert_eq!((found.status, found.step), (Status::NeedsPerson, Some(Step::HaveLooked)));
    assert_eq!(with(vec![year("a", 720, 2020), year("b", 720, 2021)]).status, Status::Met);
    let far = with(vec![year("a", 720, 2019), year("b", 720, 2021)]);
    assert_eq!((far.status, far.counted), (Status::NeedsPerson, 1440), "three years");
    let all = vec![year("a", 720, 2019), year("b", 720, 2021), year("c", 720, 2022)];
    assert_eq!(with(all.clone()).status, Status::Met, "older hours do no harm");
    assert_eq!(with(all.into_iter().rev().collect()).status, Status::Met);
    let long = hours("long", 60, date(2018, 5, 31), date(2020, 5, 31));
    let found = with(vec![long, hours("b", 1440, date(2020, 2, 1), date(2020, 3, 1))]);
    assert_eq!(found.status, Status::NeedsPerson, "what is longer than that is not within");
    assert_eq!(with(vec![year("a", 1439, 2020)]).status, Status::Unmet);
    let open = AskRsc {
        minutes: Some(1440),
        span_months: Some(Span { least: Some(12), most: None }),
        ..AskRsc::default()
    };
    let asked = asks(RequirementId::RscTotal, Ask::Rsc(open));
    let far = Locker { rsc: vec![year("a", 720, 2010), year("b", 720, 2021)], ..Locker::default() };
    assert_eq!(one(&asked, &far).status, Status::Met, "no longest is known");
}

#[test]
fn what_was_done_meanwhile_may_leave_the_age_open() {
    let ask = AskRsc {
        minutes: Some(60),
        during: vec![WorkKind::PreschoolPractice],
        during_in_doubt: vec![WorkKind::ImhsPractice],
        ..AskRsc::default()
    };
    let asked = asks(RequirementId::RscTotal, Ask::Rsc(ask));
    let during = |kind| {
        let mut it = hours("r", 60, ON, ON);
        it.during = kind;
        one(&asked, &Locker { rsc: vec![it], ..Locker::default() }).status
    };
    assert_eq!(during(Some(WorkKind::PreschoolPractice)), Status::Met);
    assert_eq!(during(Some(WorkKind::ImhsPractice)), Status::NeedsPerson);
    assert_eq!(during(Some(WorkKind::Promotion)), Status::Unmet);
    assert_eq!(during(None), Status::NeedsPerson);
}

#[test]
fn where_no_source_lists_who_qualifies_a_person_looks_at_the_provider() {
    let ask = AskRsc { minutes: Some(60), providers_unlisted: true, ..AskRsc::default() };
    let asked = asks(RequirementId::RscAboutRsc, Ask::Rsc(ask));
    let locker = Locker { rsc: vec![hours("r", 60, ON, ON)], ..Locker::default() };
    let found = one(&asked, &locker);
    assert_eq!((found.status, found.in_doubt), (Status::NeedsPerson, 60));
    assert_eq!(found.excluded_entries[0].reason, Reason::ProviderNotQualified);
    assert_eq!(one(&asked, &Locker::default()).status, Status::Unmet);
}

fn rated(ask: &AskReferences, references: Vec<Reference>) -> Finding {
    let asked = asks(RequirementId::References, Ask::References(ask.clone()));
    one(&asked, &Locker { references, ..Locker::default() })
}

fn endorsed(id: &str, relation: Relation, day: Date) -> Reference {
    let mut it = reference(id, relation, day);
    it.rater_standings = vec![standing("imhs", date(2020, 1, 1), None)];
    it
}

#[test]
fn a_slot_may_ask_for_an_endorsed_rater_and_the_association_may_vet_another() {
    use Relation::{Colleague, Teacher};
    let slot = |relations: &[Relation], endorsed: bool| Slot {
        relations: relations.to_vec(),
        endorsed_as: if endorsed { vec!["imhs".into()] } else { vec![] },
    };
    let slots = vec![slot(&[], true), slot(&[Colleague, Teacher], false)];
    let ask = AskReferences { slots, ..AskReferences::default() };
    let plain = |id: &str| reference(id, Colleague, ON);

    let both = rated(&ask, vec![plain("a"), endorsed("b", Colleague, ON)]);
    assert_eq!(both.status, Status::Met, "in whatever order they came");
    let vetted = rated(&ask, vec![plain("a"), plain("b")]);
    assert_eq!((vetted.status, vetted.counted), (Status::NeedsPerson, 2));
    assert_eq!(vetted.step, Some(Step::RateByEndorsed));
    let missing = rated(&ask, vec![plain("a")]);
    assert_eq!(missing.step, Some(Step::Rate(vec![ask.slots[0].clone()])), "the endorsed one");
    let past = vec![standing("imhs", date(2020, 1, 1), Some(date(2024, 5, 31)))];
    let ended = Reference { rater_standings: past, ..plain("b") };
    assert_eq!(rated(&ask, vec![plain("a"), ended]).status, Status::NeedsPerson);
}

#[test]
fn ratings_go_where_they_are_preferred_and_not_where_they_came_first() {
    use Relation::{Colleague, ProgramSupervisor};
    let slots = [&[ProgramSupervisor, Colleague][..], &[Colleague]];
    let slots = slots.map(|it| Slot { relations: it.to_vec(), ..Slot::default() }).to_vec();
    let ask = AskReferences { slots, ..AskReferences::default() };
    let early = |id: &str, day| reference(id, Colleague, date(2024, 1, day));

    let found = rated(
        &ask,
        vec![early("a", 1), early("b", 2), reference("s", ProgramSupervisor, date(2024, 1, 3))],
    );

    assert_eq!(found.status, Status::Met);
    let counted: Vec<&str> = found.counted_entries.iter().map(|it| &*it.id).collect();
    assert_eq!(counted, ["a", "s"]);
    assert_eq!(excluded(&found), [("b".into(), 1, "slot-taken")]);
}

#[test]
fn one_endorsed_rater_is_found_among_many_and_takes_no_more_than_one_place() {
    use Relation::{Colleague, RscProvider};
    let slots = vec![Slot { relations: vec![RscProvider, Colleague], ..Slot::default() }; 2];
    let ask =
        AskReferences { slots, one_endorsed_as: vec!["imhs".into()], ..AskReferences::default() };
    let first = |id: &str| reference(id, RscProvider, date(2024, 1, 1));

    let found = rated(
        &ask,
        vec![first("a"), first("b"), endorsed("c", Colleague, ON), endorsed("d", Colleague, ON)],
    );
    let counted: Vec<&str> = found.counted_entries.iter().map(|it| &*it.id).collect();
    assert_eq!((found.status, counted), (Status::Met, vec!["a", "c"]));

    let short = rated(&ask, vec![first("a")]);
    let Some(Step::Rate(slots)) = short.step else { panic!("{short:?}") };
    assert_eq!(slots[0].endorsed_as, ["imhs".into()], "the one to come has to be endorsed");
    let many = (0..40).map(|at| first(&format!("f{at}"))).collect();
    let many = rated(&ask, many);
    assert_eq!((many.counted, many.status), (2, Status::NeedsPerson));
}

#[test]
fn where_no_number_of_ratings_is_known_each_is_listed_and_the_association_is_asked() {
    let mut all = vec![reference("a", Relation::Parent, ON), reference("b", Relation::Other, ON)];
    all[1].not_enough_information = 6;
    let found = rated(&AskReferences { void_from: Some(6), ..AskReferences::default() }, all);

    assert_eq!((found.status, found.required), (Status::NeedsPerson, None));
    assert_eq!((found.step.clone(), found.counted), (Some(Step::AskAssociation), 1));
    assert_eq!(excluded(&found), [("b".into(), 1, "void")]);
}

#[test]
fn an_area_that_is_not_in_the_framework_is_no_area() {
    let ask = AskTraining { minutes: Some(60), names_area: true, ..AskTraining::default() };
    let mut asked = asks(RequirementId::TrainingTotal, Ask::Training(ask));
    let mut entry = training("t", (60, 0, 0), ON);
    let mut look = |areas: Areas, named: &[&str]| {
        asked.areas = areas;
        entry.competencies = named.iter().map(|it| (*it).to_owned()).collect();
        let found = one(&asked, &Locker { trainings: vec![entry.clone()], ..Locker::default() });
        (found.status, found.excluded_entries.first().map(|it| it.reason))
    };
    let known = || Areas::new(vec![SOURCED.into(), RECALLED.into()]);
    let out = (Status::Unmet, Some(Reason::NoCompetency));

    assert_eq!(look(known(), &[SOURCED]), (Status::Met, None));
    assert_eq!(look(known(), &["thinking/daydreaming", RECALLED]), (Status::Met, None));
    assert_eq!(look(known(), &["thinking/daydreaming"]), out);
    assert_eq!(look(known(), &[]), out);
    assert_eq!(look(Areas::default(), &["thinking/daydreaming"]), (Status::Met, None));
    assert_eq!(look(Areas::default(), &[" "]), out);
}

#[test]
fn an_emerging_standing_leaves_some_of_it_open_for_a_time() {
    let mut asked = policy("imhm-c", "2024");
    asked.emerging = Some(Emerging {
        open: vec![RequirementId::WorkProvidesRsc],
        months: Some(24),
        provides_rsc: true,
        source: vec!["s".into()].into(),
        confidence: Confidence::Page,
        text: Text::default(),
        note: None,
    });
    let day = date(2024, 2, 1);
    let look = |locker: &Locker| assess(&asked, locker, day, Stage::Submission);
    let mut locker = mentor_clinical();

    let whole = look(&locker).emerging.unwrap();
    assert_eq!((whole.status, whole.still_open.len()), (Status::Met, 0));
    locker.work.remove(1);
    let open = look(&locker);
    let standing = open.emerging.clone().unwrap();
    assert_eq!((open.status(), standing.status), (Status::Unmet, Status::Met));
    assert_eq!(standing.still_open, [RequirementId::WorkProvidesRsc]);
    assert_eq!(standing.months, Some(24));
    locker.leadership.clear();
    assert_eq!(look(&locker).emerging.unwrap().status, Status::Unmet);
    let exam = assess(&asked, &mentor_clinical(), day, Stage::Endorsement);
    assert_eq!(exam.emerging.unwrap().status, Status::Unmet, "the exam is asked by then");
    assert!(assess(&policy("imhm-c", "2024"), &locker, day, Stage::Submission).emerging.is_none());
}

#[test]
fn an_add_on_rides_on_an_endorsement_that_is_held_on_the_day() {
    let ask = AskBase { categories: vec!["ifs".into(), "imhs".into()] };
    let asked = asks(RequirementId::BaseEndorsement, Ask::BaseEndorsement(ask));
    let with = |category: &str, from, to| {
        let held = Endorsement { category: category.into(), association: "x".into(), from, to };
        let found = one(&asked, &Locker { endorsements: vec![held], ..Locker::default() });
        (found.status, found.excluded_entries.first().map(|it| it.reason))
    };
    let next = date(2024, 6, 2);

    assert_eq!(with("ifs", ON, Some(ON)), (Status::Met, None));
    assert_eq!(with("imhs", date(2020, 1, 1), None), (Status::Met, None));
    assert_eq!(with("ifs", next, None), (Status::Unmet, Some(Reason::AfterDate)));
    let ended = with("ifs", date(2020, 1, 1), Some(date(2024, 5, 31)));
    assert_eq!(ended, (Status::Unmet, Some(Reason::Expired)));
    assert_eq!(with("ifa", ON, None), (Status::Unmet, Some(Reason::WrongSubject)));
}
