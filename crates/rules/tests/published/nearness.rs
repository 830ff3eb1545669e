//! Nearness on CT-AIMH's own data: what is missing is added up, and taking a step never takes away.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rules::locker::{
    About, Course, Degree, Endorsement, ExamResult, Locker, Membership, Relation, Series,
    Signature, Track, WorkKind,
};
use rules::nearness::{Nearness, WHOLE, nearness};
use rules::policy::{Ask, Requirement, Subject};
use rules::{Finding, Policy, RequirementId, Stage, Status, Step, assess, nearest_first};

use crate::making::*;

const ON: Date = date(2024, 6, 30);

fn of_the_day() -> Vec<Policy> {
    [("ifa", "2018"), ("ifs", "2022"), ("imhs", "to-2024"), ("imhm-c", "2024"), ("imhm-p", "2024")]
        .map(|(category, version)| policy(category, version))
        .into()
}

fn near(policy: &Policy, locker: &Locker) -> Nearness {
    nearness(policy, &assess(policy, locker, ON, Stage::Submission))
}

/// Nothing but a course, so that trainings below change no competency area.
fn begun() -> Locker {
    let course = Course {
        id: "c1".into(),
        title: String::new(),
        institution: String::new(),
        completed: Some(date(2020, 1, 1)),
        credits: None,
        competencies: vec![SOURCED.to_owned(), RECALLED.to_owned()],
    };
    Locker { courses: vec![course], ..Locker::default() }
}

fn trained(minutes: u32) -> Locker {
    Locker { trainings: vec![training("t1", (minutes, 0, 0), date(2023, 3, 1))], ..begun() }
}

#[test]
fn half_of_the_hours_is_half_of_the_requirement() {
    let ifa = policy("ifa", "2018");

    let (nothing, half) = (near(&ifa, &begun()), near(&ifa, &trained(900)));

    assert_eq!(nothing.missing - half.missing, WHOLE / 2);
    assert_eq!(half.there() - nothing.there(), WHOLE / 2);
}

#[test]
fn a_minute_short_is_not_there_and_a_minute_more_is() {
    let ifa = policy("ifa", "2018");

    let (short, there) = (near(&ifa, &trained(1799)), near(&ifa, &trained(1800)));

    assert_eq!(short.missing - there.missing, 1);
    assert_eq!(there.there() - near(&ifa, &begun()).there(), WHOLE);
}

#[test]
fn a_degree_or_two_years_of_work_is_asked_once_and_the_nearer_one_counts() {
    let ifa = policy("ifa", "2018");
    let year = Locker {
        work: vec![work("w1", WorkKind::Promotion, date(2023, 7, 1), Some(ON))],
        ..Locker::default()
    };

    let (nothing, year) = (near(&ifa, &Locker::default()), near(&ifa, &year));

    assert_eq!(nothing.asked, nothing.missing);
    assert_eq!(nothing.asked, 7 * WHOLE, "one of the two, and six others");
    // 366 of 731 days.
    assert_eq!(nothing.missing - year.missing, WHOLE / 2);
}

#[test]
fn what_may_stand_for_another_is_asked_itself_unless_the_other_may_stand_for_it_too() {
    let mut mentor = policy("imhm-p", "2024");
    let asked = near(&mentor, &Locker::default()).asked;
    for requirement in &mut mentor.requirements {
        if requirement.id == RequirementId::Leadership {
            requirement.or = Some(RequirementId::Education);
        }
    }
    let education = vec![degree("e", Degree::Master, date(2020, 1, 1))];

    let nothing = near(&mentor, &Locker::default());
    let graduate = near(&mentor, &Locker { education, ..Locker::default() });

    assert_eq!((nothing.asked, graduate.asked), (asked, asked));
    assert_eq!(nothing.missing - graduate.missing, 2 * WHOLE, "the degree, and what it stands for");
}

#[test]
fn a_total_and_its_parts_are_asked_once() {
    let mentor = policy("imhm-c", "2024");

    let nothing = near(&mentor, &begun());
    // 48 hours on one subject fill the total; of the parts 15 and 3 hours of 48 are missing.
    let one_subject = near(&mentor, &trained(2880));

    assert_eq!(nothing.missing - one_subject.missing, WHOLE - (WHOLE * 18).div_ceil(48));
}

#[test]
fn what_no_rule_is_known_for_is_neither_there_nor_out_of_reach() {
    let specialist = policy("imhs", "2025");
    let some = Locker {
        rsc: vec![rsc("r1", 60, date(2023, 1, 1), date(2023, 1, 1), Vec::new())],
        ..Locker::default()
    };

    let (nothing, some) = (near(&specialist, &Locker::default()), near(&specialist, &some));

    assert_eq!(nothing.missing - some.missing, WHOLE - 1);
}

#[test]
fn nothing_is_missing_exactly_when_everything_is_met() {
    let mentor = policy("imhm-c", "2024");

    let all = near(&mentor, &mentor_clinical());
    let mut unsigned = mentor_clinical();
    unsigned.signatures.pop();

    assert_eq!((all.missing, all.unmet, all.to_look_at), (0, 0, 0));
    assert_eq!(near(&mentor, &unsigned).missing, WHOLE);
}

#[test]
fn the_nearest_is_first_and_equals_stay_in_order() {
    let policies = of_the_day();

    let of_a_mentor = nearest_first(&policies, &mentor_clinical(), ON, Stage::Submission);
    let of_nobody = nearest_first(&policies, &Locker::default(), ON, Stage::Submission);

    let first = |all: &[rules::Compared<'_>]| all[0].policy.category.to_string();
    assert_eq!(first(&of_a_mentor), "imhm-c");
    assert_eq!(first(&of_nobody), "ifa");
    let missing: Vec<u32> = of_nobody.iter().map(|it| it.nearness.missing).collect();
    assert!(missing.is_sorted(), "{missing:?}");
}

#[test]
fn an_add_on_lacks_what_its_nearest_base_lacks_unless_the_base_is_held() {
    let ifs = policy("ifs", "2022");
    let mut add_on = ifs.clone();
    add_on.category = "ers".into();
    add_on.requirements.retain(|it| it.id == RequirementId::TrainingTotal);
    let base: Requirement = toml::from_str(
        "id = 'base-endorsement'
         ask.base-endorsement.categories = ['ifs']
         source = ['x']
         confidence = 'page'
         text = { en = 'x', es = 'x' }",
    )
    .unwrap();
    add_on.requirements.push(base);
    let policies = [add_on, ifs];
    let of = |locker: &Locker| {
        let all = nearest_first(&policies, locker, ON, Stage::Submission);
        all.into_iter().map(|it| (it.policy.category.to_string(), it.nearness)).collect::<Vec<_>>()
    };

    let nobody = of(&Locker::default());
    let held = Endorsement {
        category: "ifs".into(),
        association: "ct-aimh".into(),
        from: date(2023, 1, 1),
        to: None,
    };
    let specialist = of(&Locker { endorsements: vec![held], ..Locker::default() });

    assert_eq!(nobody[0].0, "ifs");
    assert_eq!(nobody[1].1.missing, nobody[0].1.missing + WHOLE);
    assert_eq!(nobody[1].1.asked, nobody[0].1.asked + WHOLE, "the base for the one that it is");
    assert_eq!(nobody[1].1.unmet, nobody[0].1.unmet + 2);
    assert_eq!((specialist[0].0.as_str(), specialist[0].1.missing), ("ers", WHOLE));
}

/// Puts into a locker what the step of a finding names.
fn take(locker: &mut Locker, policy: &Policy, finding: &Finding, step: &Step) {
    let asked = policy.requirement(finding.id).map(|it| &it.ask);
    match step {
        Step::MinutesMore(minutes) => {
            let minutes = u32::try_from(*minutes).unwrap();
            match asked {
                Some(Ask::Training(ask)) => {
                    let minutes = match ask.subject {
                        None | Some(Subject::Imh) => (minutes, 0, 0),
                        Some(Subject::Rsc) => (0, minutes, 0),
                        Some(Subject::Dei) => (0, 0, minutes),
                    };
                    locker.trainings.push(training("more-t", minutes, ON));
                }
                Some(Ask::Rsc(ask)) => {
                    let held =
                        ask.providers.iter().map(|it| standing(&it.category, Date::MIN, None));
                    let mut it = rsc("more-r", minutes, ON, ON, held.collect());
                    it.about = ask.about.or(Some(About::OwnPractice));
                    it.during = ask.during.first().copied();
                    locker.rsc.push(it);
                }
                other => panic!("{other:?} is not measured in minutes"),
            }
        }
        Step::DaysMore(days) => {
            let from = ON.checked_sub(i64::try_from(*days - 1).unwrap().days()).unwrap();
            match asked {
                Some(Ask::Work(ask)) => locker.work.push(work("more-w", ask.kinds[0], from, None)),
                Some(Ask::Leadership(_)) => {
                    let is_policy = &*policy.category == "imhm-p";
                    let track = if is_policy { Track::Policy } else { Track::Clinical };
                    locker.leadership.push(leadership("more-l", track, from, None));
                }
                other => panic!("{other:?} is not measured in days"),
            }
        }
        Step::Degree => {
            locker.education.push(degree("more-e", Degree::Master, date(2000, 1, 1)));
        }
        Step::Rate(slots) => {
            for (at, slot) in slots.iter().enumerate() {
                let relation = slot.relations.first().copied().unwrap_or(Relation::Colleague);
                locker.references.push(reference(&format!("more-f{at}"), relation, ON));
            }
        }
        Step::RateByEndorsed => {
            let mut it = reference("more-f", Relation::Colleague, ON);
            it.rater_standings = vec![standing("imhm-c", Date::MIN, None)];
            locker.references.push(it);
        }
        Step::Sign(agreement) => {
            locker.signatures.push(Signature { agreement: agreement.clone(), signed: ON });
        }
        Step::Join => locker.memberships.push(Membership {
            association: "ct-aimh".into(),
            from: ON,
            to: None,
        }),
        Step::Show(areas) => locker.courses.push(Course {
            id: "more-c".into(),
            title: String::new(),
            institution: String::new(),
            completed: Some(ON),
            credits: None,
            competencies: areas.iter().map(ToString::to_string).collect(),
        }),
        Step::Pass(parts) => locker.exam_results.extend(parts.iter().map(|part| ExamResult {
            series: Series::Imh,
            part: *part,
            percent: None,
            passed: true,
            on: ON,
        })),
        _ => {}
    }
}

fn day() -> impl Strategy<Value = Date> {
    (2016_i16..2026, 1_i8..13, 1_i8..29).prop_map(|(year, month, day)| date(year, month, day))
}

prop_compose! {
    /// A locker of the kinds of evidence that have a length, and perhaps a degree.
    fn lockers()(
        degrees in prop::collection::vec((0_u8..3, day()), 0..2),
        jobs in prop::collection::vec((0_u8..6, day(), 1_i64..1500, 0_u8..3), 0..4),
        trained in prop::collection::vec((1_u32..1000, 0_u32..600, 0_u32..120, day()), 0..4),
        supervised in prop::collection::vec((1_u32..2000, day(), 0_u8..4), 0..3),
        rated in prop::collection::vec((0_u8..4, day()), 0..4),
        led in prop::option::of((day(), 1_i64..1500)),
    ) -> Locker {
        let kinds = [
            WorkKind::Promotion, WorkKind::Prevention, WorkKind::ImhsPractice,
            WorkKind::ProvidesRsc, WorkKind::PolicyLeadership, WorkKind::AcademicLeadership,
        ];
        let degrees_of = [Degree::Bachelor, Degree::Master, Degree::Other];
        let relations = [
            Relation::ProgramSupervisor, Relation::RscProvider, Relation::RscRecipient,
            Relation::Colleague,
        ];
        let last = |from: Date, days: i64| from.checked_add(days.days()).unwrap();
        Locker {
            education: degrees.into_iter().enumerate().map(|(at, (kind, day))| {
                degree(&format!("e{at}"), degrees_of[usize::from(kind)], day)
            }).collect(),
            work: jobs.into_iter().enumerate().map(|(at, (kind, from, days, paid))| {
                let to = Some(last(from, days));
                let mut it = work(&format!("w{at}"), kinds[usize::from(kind)], from, to);
                it.paid = [Some(true), Some(false), None][usize::from(paid)];
                it
            }).collect(),
            trainings: trained.into_iter().enumerate().map(|(at, (imh, rsc, dei, day))| {
                training(&format!("t{at}"), (imh, rsc, dei), day)
            }).collect(),
            rsc: supervised.into_iter().enumerate().map(|(at, (minutes, day, dice))| {
                let held = if dice == 0 { Vec::new() } else { mentor_since(date(2018, 1, 1)) };
                let mut it = rsc(&format!("r{at}"), minutes, day, last(day, 30), held);
                if dice == 1 { it.about = Some(About::OwnRscProvision); }
                if dice == 2 { it.during = None; }
                it
            }).collect(),
            references: rated.into_iter().enumerate().map(|(at, (relation, day))| {
                reference(&format!("f{at}"), relations[usize::from(relation)], day)
            }).collect(),
            leadership: led.into_iter().map(|(from, days)| {
                leadership("l0", Track::Clinical, from, Some(last(from, days)))
            }).collect(),
            ..Locker::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Adding what a step names never makes any category farther, and brings the one that named it
    /// nearer, unless another requirement of the same family holds it where it is.
    #[test]
    fn taking_a_step_never_makes_a_category_farther(locker in lockers(), dice in any::<prop::sample::Index>()) {
        let policies = of_the_day();
        for policy in &policies {
            let found = assess(policy, &locker, ON, Stage::Submission);
            let steps: Vec<(&Finding, &Step)> =
                found.of_stage().filter_map(|it| Some((it, it.step.as_ref()?))).collect();
            if steps.is_empty() {
                continue;
            }
            let (finding, step) = steps[dice.index(steps.len())];
            let mut more = locker.clone();
            take(&mut more, policy, finding, step);
            for other in &policies {
                let (before, after) = (near(other, &locker), near(other, &more));
                prop_assert!(
                    after.missing <= before.missing,
                    "{} farther by {step:?} of {}: {before:?} {after:?}",
                    other.category, finding.id
                );
            }
        }
    }

    /// Nothing is missing exactly where everything is met, and never more than is asked.
    #[test]
    fn what_is_missing_is_between_nothing_and_all(locker in lockers()) {
        for policy in &of_the_day() {
            let found = assess(policy, &locker, ON, Stage::Submission);
            let near = nearness(policy, &found);
            prop_assert!(near.missing <= near.asked);
            prop_assert_eq!(near.missing == 0, found.status().is_met());
            let of = |status| found.of_stage().filter(|it| it.status == status).count();
            prop_assert_eq!(near.unmet as usize, of(Status::Unmet));
            prop_assert_eq!(near.to_look_at as usize, of(Status::NeedsPerson));
        }
    }

    /// The order in which policies are given decides between equals only.
    #[test]
    fn the_order_given_is_nothing(locker in lockers()) {
        let policies = of_the_day();
        let ranks = |turned: bool| {
            let given: Vec<&Policy> =
                if turned { policies.iter().rev().collect() } else { policies.iter().collect() };
            let all = nearest_first(given, &locker, ON, Stage::Submission);
            all.iter().map(|it| it.nearness.rank()).collect::<Vec<_>>()
        };
        prop_assert_eq!(ranks(false), ranks(true));
    }
}
