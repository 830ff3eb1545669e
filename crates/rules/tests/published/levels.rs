//! The four levels of the brochure (seed 000), and specialized work experience (seed 002).

use crate::making::*;
use jiff::civil::{Date, date};
use rules::locker::{Ages, Degree, Locker, Work, WorkKind};
use rules::policy::{Ask, AskFamilies, AskWork};
use rules::{Finding, Policy, RequirementId, Status, Step};

const ON: Date = date(2016, 6, 1);

/// What a category asked in the era of the levels makes of each degree.
fn degrees(category: &str, version: &str) -> Vec<(Degree, Status)> {
    use Degree::{Associate, Bachelor, Cda, Certificate, Doctorate, Master, None};
    [None, Certificate, Cda, Associate, Bachelor, Master, Doctorate]
        .into_iter()
        .map(|kind| {
            let education = vec![degree("e", kind, ON)];
            let locker = Locker { education, ..Locker::default() };
            (kind, find(&policy(category, version), &locker, ON, "education").status)
        })
        .collect()
}

fn lowest(all: &[(Degree, Status)]) -> Option<Degree> {
    all.iter().find(|it| it.1 == Status::Met).map(|it| it.0)
}

#[test]
fn level_1_minimum_of_an_aa_or_a_child_development_associate() {
    let all = degrees("ifa", "levels-era");
    assert_eq!(lowest(&all), Some(Degree::Cda));
    assert!(all.iter().filter(|it| it.0 >= Degree::Associate).all(|it| it.1 == Status::Met));
    assert_eq!(all[0].1, Status::Unmet);
}

#[test]
fn level_2_minimum_of_a_bachelors() {
    let all = degrees("ifs", "levels-era");
    assert_eq!(lowest(&all), Some(Degree::Bachelor));
    assert_eq!(all[3], (Degree::Associate, Status::Unmet));
}

#[test]
fn level_3_minimum_of_a_masters_possibly_a_doctorate() {
    let all = degrees("imhs", "to-2024");
    assert_eq!(lowest(&all), Some(Degree::Master));
    assert_eq!(all[4], (Degree::Bachelor, Status::Unmet));
    assert_eq!(all[6], (Degree::Doctorate, Status::Met));
}

#[test]
fn the_competencies_of_the_level_are_asked_at_each() {
    let levels =
        [("ifa", "levels-era"), ("ifs", "levels-era"), ("imhs", "to-2024"), ("imhm-p", "to-2023")];
    for (category, version) in levels {
        assert!(policy(category, version).requirement(RequirementId::Competencies).is_some());
    }
}

/// The work that seed 002 expects of those who come from elsewhere, as alternatives.
fn experience() -> Policy {
    let mut policy = policy("ifs", "levels-era");
    for requirement in &mut policy.requirements {
        if requirement.id == RequirementId::WorkPrevention {
            // Whether it is advice or not has a test of its own.
            requirement.advisory = false;
            requirement.ask = Ask::Work(AskWork {
                kinds: vec![WorkKind::Prevention],
                younger_than_months: Some(36),
                alternatives: vec![
                    AskFamilies {
                        came_from: vec![WorkKind::PreschoolPractice],
                        families: Some(10),
                        months: Some(6),
                    },
                    AskFamilies { came_from: vec![], families: Some(10), months: Some(24) },
                ],
                ..AskWork::default()
            });
        }
    }
    policy
}

fn served(families: Option<u32>, from: Date, to: Date) -> Work {
    let ages = Some(Ages { from: 0, to: 36 });
    Work { families, ages_months: ages, ..work("w", WorkKind::Prevention, from, Some(to)) }
}

fn preschool() -> Work {
    let years = (date(2010, 1, 1), Some(date(2013, 12, 31)));
    Work { families: None, ..work("p", WorkKind::PreschoolPractice, years.0, years.1) }
}

fn look(work: Vec<Work>) -> Finding {
    find(&experience(), &Locker { work, ..Locker::default() }, ON, "work.prevention")
}

#[test]
fn from_preschool_ten_families_over_at_least_six_months() {
    let (from, to) = (date(2015, 1, 1), date(2015, 6, 30));
    let with = |families, to| look(vec![preschool(), served(families, from, to)]);

    let met = with(Some(10), to);
    assert_eq!((met.status, met.required, met.counted), (Status::Met, Some(181), 181));
    let family = with(Some(9), to);
    assert_eq!(family.status, Status::Unmet);
    assert_eq!(family.step, Some(Step::Serve { families: 1, days: 0 }));
    let day = with(Some(10), date(2015, 6, 29));
    assert_eq!(day.status, Status::Unmet);
    assert_eq!(day.step, Some(Step::Serve { families: 0, days: 1 }));
    let both = with(Some(7), date(2015, 6, 20));
    assert_eq!(both.step, Some(Step::Serve { families: 3, days: 10 }));
    let unsaid = with(None, to);
    assert_eq!((unsaid.status, unsaid.step), (Status::NeedsPerson, Some(Step::HaveLooked)));
    assert_eq!(with(None, date(2015, 6, 29)).status, Status::Unmet, "the days are short anyhow");
}

#[test]
fn from_neither_ten_families_over_at_least_two_years() {
    let from = date(2014, 1, 1);
    let with = |families, to| look(vec![served(Some(families), from, to)]).status;

    assert_eq!(with(10, date(2015, 12, 31)), Status::Met);
    assert_eq!(with(10, date(2015, 12, 30)), Status::Unmet);
    assert_eq!(with(9, date(2015, 12, 31)), Status::Unmet);
    let two = vec![
        served(Some(4), from, date(2014, 12, 31)),
        Work { id: "v".into(), ..served(Some(6), date(2015, 1, 1), date(2015, 12, 31)) },
    ];
    assert_eq!(look(two).status, Status::Met, "several jobs together");
    assert_eq!(look(vec![]).step, Some(Step::Serve { families: 10, days: 730 }));
}

#[test]
fn preschool_work_only_shortens_the_time_and_does_not_count_itself() {
    let finding = look(vec![preschool()]);
    assert_eq!((finding.status, finding.counted), (Status::Unmet, 0));
    assert_eq!(excluded(&finding)[0].2, "wrong-subject");
    assert_eq!(finding.required, Some(days(ON, 6)), "the nearer of the two is asked");
    let mut later = preschool();
    later.from = date(2016, 6, 2);
    later.to = None;
    let finding = look(vec![later, served(Some(10), date(2015, 1, 1), date(2015, 6, 30))]);
    assert_eq!(finding.status, Status::Unmet, "what has not begun yet shortens nothing");
}

fn days(first: Date, months: u16) -> u64 {
    rules::intervals::days_of_months(first, months)
}

#[test]
fn infant_and_toddler_is_birth_to_36_months() {
    let aged = |from, to| {
        let mut job = served(Some(10), date(2014, 1, 1), date(2015, 12, 31));
        job.ages_months = Some(Ages { from, to });
        look(vec![job]).status
    };
    assert_eq!(aged(35, 60), Status::Met);
    assert_eq!(aged(36, 60), Status::Unmet);
    assert_eq!(aged(0, 36), Status::Met);
}

#[test]
fn as_advice_it_flags_and_does_not_block() {
    let mut policy = experience();
    for requirement in &mut policy.requirements {
        requirement.advisory = requirement.id == RequirementId::WorkPrevention;
    }
    let locker = Locker {
        work: vec![served(Some(9), date(2014, 1, 1), date(2015, 12, 31))],
        ..Locker::default()
    };
    let finding = find(&policy, &locker, ON, "work.prevention");
    assert_eq!((finding.status, finding.step), (Status::NeedsPerson, Some(Step::HaveLooked)));
    assert_eq!(find(&policy, &locker, ON, "membership").status, Status::Unmet);
}
