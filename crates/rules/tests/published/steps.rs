//! Every gap has a reason and a step, and taking the step closes it.

use crate::making::*;
use crate::properties::{ON, lockers, look, policies};
use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use proptest::prelude::*;
use rules::locker::{
    About, Course, Endorsement, ExamResult, Locker, Membership, Relation, Rsc, Signature, Work,
    WorkKind,
};
use rules::policy::{Ask, AskEducation, AskRsc, AskTraining, AskWork, Subject};
use rules::{Finding, Policy, Requirement, Stage, Status, Step, assess};

/// Long after the day, so that what a step adds has its time.
fn after(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap()
}

/// The locker with the degree that later evidence has to follow, if the version asks for one.
fn graduated(policy: &Policy, locker: &mut Locker) {
    let degrees = policy.requirements.iter().find_map(|it| match &it.ask {
        Ask::Education(AskEducation { degrees, .. }) => degrees.last().copied(),
        _ => None,
    });
    if let Some(kind) = degrees {
        locker.education.push(degree("step-degree", kind, ON.yesterday().unwrap()));
    }
}

/// Takes the step of a finding, and says on which day it is taken.
fn take(locker: &mut Locker, rule: &Requirement, finding: &Finding) -> Date {
    let next = after(ON, 1.day());
    match (finding.step.as_ref().unwrap(), &rule.ask) {
        (Step::MinutesMore(more), Ask::Training(ask)) => train(locker, ask, *more, next),
        (Step::MinutesMore(more), Ask::Rsc(ask)) => supervise(locker, ask, *more, next),
        (Step::DaysMore(more), Ask::Work(ask)) => {
            return serve(locker, ask, 0, stretch(finding.counted, *more));
        }
        (Step::Serve { families, days }, Ask::Work(ask)) => {
            return serve(locker, ask, *families, stretch(finding.counted, *days));
        }
        (Step::DaysMore(more), Ask::Leadership(ask)) => {
            let (from, to) = stretch(finding.counted, *more);
            let track = ask.track.unwrap_or(rules::locker::Track::Clinical);
            locker.leadership.push(leadership("step", track, from, Some(to)));
            return to;
        }
        (Step::Degree, Ask::Education(ask)) => {
            locker.education.push(degree("step", ask.degrees[0], ON));
        }
        (Step::Rate(slots), _) => {
            for (at, slot) in slots.iter().enumerate() {
                let relation = slot.relations.first().copied().unwrap_or(Relation::Other);
                let mut it = reference(&format!("step{at}"), relation, ON);
                let held = slot.endorsed_as.first();
                it.rater_standings =
                    held.map(|it| standing(it, Date::MIN, None)).into_iter().collect();
                locker.references.push(it);
            }
            return ON;
        }
        (Step::Sign(agreement), _) => {
            locker.signatures.push(Signature { agreement: agreement.clone(), signed: ON });
        }
        (Step::Join, Ask::Membership(ask)) => {
            let association = ask.own.clone().unwrap_or_else(|| "x".into());
            locker.memberships.push(Membership { association, from: ON, to: None });
        }
        (Step::Show(areas), _) => locker.courses.push(Course {
            id: "step".into(),
            title: String::new(),
            institution: String::new(),
            completed: Some(ON),
            credits: None,
            competencies: areas.iter().map(ToString::to_string).collect(),
        }),
        (Step::Pass(parts), Ask::Exam(ask)) => {
            let pass = |part: &u8| ExamResult {
                series: ask.series,
                part: *part,
                percent: None,
                passed: true,
                on: ON,
            };
            locker.exam_results.extend(parts.iter().map(pass));
        }
        (Step::Hold, Ask::BaseEndorsement(ask)) => locker.endorsements.push(Endorsement {
            category: ask.categories[0].clone(),
            association: "x".into(),
            from: ON,
            to: None,
        }),
        (step, ask) => panic!("{step:?} closes no gap of {ask:?}"),
    }
    next
}

fn train(locker: &mut Locker, ask: &AskTraining, more: u64, day: Date) {
    let more = u32::try_from(more).unwrap();
    let minutes = match ask.subject {
        Some(Subject::Rsc) => (0, more, 0),
        Some(Subject::Dei) => (0, 0, more),
        Some(Subject::Imh) | None => (more, 0, 0),
    };
    locker.trainings.push(training("step", minutes, day));
}

fn supervise(locker: &mut Locker, ask: &AskRsc, more: u64, day: Date) {
    let sure = ask.providers.iter().find(|it| !it.in_doubt && it.to.is_none());
    let standings = sure.map(|it| standing(&it.category, Date::MIN, None)).into_iter().collect();
    locker.rsc.push(Rsc {
        during: ask.during.first().copied().or(Some(WorkKind::ImhsPractice)),
        about: ask.about.or(Some(About::OwnPractice)),
        ..rsc("step", u32::try_from(more).unwrap(), day, day, standings)
    });
}

fn serve(locker: &mut Locker, ask: &AskWork, families: u64, (from, to): (Date, Date)) -> Date {
    locker.work.push(Work {
        paid: Some(true),
        families: u32::try_from(families).ok(),
        ages_months: ask.ages,
        ..work("step", ask.kinds[0], from, Some(to))
    });
    to
}

/// It goes on from the next day; where nothing counted yet, it begins on the day itself.
fn stretch(counted: u64, days: u64) -> (Date, Date) {
    let from = if counted > 0 { after(ON, 1.day()) } else { ON };
    (from, after(from, (i64::try_from(days.max(1)).unwrap() - 1).days()))
}

/// Over how long hours have to be spread, and whether a rater who is not endorsed will do, is for a
/// person even when nothing is short any more.
fn is_for_a_person(ask: &Ask, finding: &Finding) -> bool {
    match ask {
        Ask::Rsc(ask) => ask.span_months.is_some() && finding.step == Some(Step::HaveLooked),
        Ask::References(ask) => {
            let vets = ask.slots.iter().any(|it| !it.endorsed_as.is_empty());
            vets && finding.step == Some(Step::RateByEndorsed)
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Whatever is short has an amount that is short, and a step; and the step closes it.
    #[test]
    fn taking_the_step_closes_the_gap(locker in lockers()) {
        for policy in policies() {
            let mut locker = locker.clone();
            graduated(policy, &mut locker);
            for finding in look(policy, &locker).findings {
                let rule = &policy.requirements[usize::from(finding.place)];
                match finding.status {
                    Status::Met => prop_assert!(finding.step.is_none(), "{finding:?}"),
                    Status::NeedsPerson => prop_assert!(finding.step.is_some(), "{finding:?}"),
                    Status::Unmet => {
                        let mut done = locker.clone();
                        let day = take(&mut done, rule, &finding);
                        let found = assess(policy, &done, day, Stage::Endorsement);
                        let now = &found.findings[usize::from(finding.place)];
                        let is_closed = now.status.is_met() || is_for_a_person(&rule.ask, now);
                        prop_assert!(is_closed, "{:?}\n{:?}", finding, now);
                    }
                }
            }
        }
    }

    /// Whatever is listed and does not count says why; whatever is unmet counts less than is asked.
    #[test]
    fn every_gap_has_a_reason(locker in lockers()) {
        for policy in policies() {
            for finding in look(policy, &locker).findings {
                let lacks_families = matches!(finding.step, Some(Step::Serve { families: 1.., .. }));
                if finding.status == Status::Unmet && !lacks_families {
                    let all = finding.counted + finding.in_doubt;
                    let is_short = |asked| finding.counted < asked && all <= asked;
                    prop_assert!(finding.required.is_some_and(is_short), "{finding:?}");
                }
                prop_assert_eq!(finding.status.is_met(), finding.step.is_none());
            }
        }
    }
}
