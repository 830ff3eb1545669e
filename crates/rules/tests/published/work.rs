//! Work, leadership, supervision, references: the published sentences, boundaries from both sides.

use crate::making::*;
use jiff::civil::date;
use rules::locker::{About, Degree, Locker, Relation, Setting, Track, WorkKind};
use rules::policy::Slot;
use rules::{Status, Step};

fn graduate() -> Locker {
    Locker { education: vec![degree("e1", Degree::Master, date(2010, 5, 20))], ..Locker::default() }
}

#[test]
fn three_years_have_as_many_days_as_the_calendar_gives_them() {
    let policy = policy("imhm-c", "2024");
    let on = date(2024, 1, 1);
    let with = |from, to| {
        let work = vec![work("w", WorkKind::ProvidesRsc, from, Some(to))];
        let found = find(&policy, &Locker { work, ..graduate() }, on, "work.provides-rsc");
        (found.status, found.required, found.counted)
    };

    let leap = date(2018, 1, 1);
    assert_eq!(with(leap, date(2020, 12, 31)), (Status::Met, Some(1096), 1096));
    assert_eq!(with(leap, date(2020, 12, 30)), (Status::Unmet, Some(1096), 1095));
    let common = date(2021, 1, 1);
    assert_eq!(with(common, date(2023, 12, 31)), (Status::Met, Some(1095), 1095));
    assert_eq!(with(common, date(2023, 12, 30)), (Status::Unmet, Some(1095), 1094));
}

#[test]
fn post_graduate_experience_begins_the_day_after_the_degree() {
    let policy = policy("imhm-c", "2024");
    let on = date(2024, 1, 1);
    let job = work("w", WorkKind::ImhsPractice, date(2010, 5, 1), Some(date(2012, 5, 20)));
    let mut locker = Locker { work: vec![job], ..graduate() };

    let found = find(&policy, &locker, on, "work.imhs-practice");
    assert_eq!((found.status, found.counted, found.required), (Status::Met, 731, Some(731)));
    assert_eq!(excluded(&found), [("w".into(), 20, "before-degree")], "1 to 20 May");

    locker.work[0].to = Some(date(2012, 5, 19));
    assert_eq!(find(&policy, &locker, on, "work.imhs-practice").status, Status::Unmet);
    locker.education[0].degree = Degree::Other;
    locker.work[0].to = Some(date(2012, 5, 20));
    let found = find(&policy, &locker, on, "work.imhs-practice");
    assert_eq!(found.status, Status::NeedsPerson, "the degree may qualify");
    locker.education.clear();
    let found = find(&policy, &locker, on, "work.imhs-practice");
    assert_eq!((found.status, found.counted), (Status::Unmet, 0));
}

#[test]
fn two_jobs_at_once_count_once_and_a_running_job_counts_to_the_day() {
    let policy = policy("imhm-c", "2024");
    let locker = Locker {
        work: vec![
            work("a", WorkKind::ProvidesRsc, date(2021, 1, 1), None),
            work("b", WorkKind::ProvidesRsc, date(2022, 1, 1), Some(date(2022, 12, 31))),
        ],
        ..graduate()
    };

    let before = find(&policy, &locker, date(2023, 12, 30), "work.provides-rsc");
    let on = find(&policy, &locker, date(2023, 12, 31), "work.provides-rsc");

    assert_eq!((before.status, before.counted), (Status::Unmet, 1094));
    assert_eq!((on.status, on.counted), (Status::Met, 1095));
    assert!(on.excluded_entries.is_empty());
}

#[test]
fn work_of_another_kind_age_or_without_pay_does_not_count() {
    let policy = policy("ifs", "2022");
    let on = date(2024, 1, 1);
    let mut job = work("w", WorkKind::Prevention, date(2021, 1, 1), Some(date(2024, 6, 30)));
    let look = |job: &rules::locker::Work| {
        let locker = Locker { work: vec![job.clone()], ..Locker::default() };
        let found = find(&policy, &locker, on, "work.prevention");
        (found.status, excluded(&found))
    };

    let (status, out) = look(&job);
    assert_eq!((status, out), (Status::Met, vec![("w".into(), 181, "after-date")]));
    job.to = Some(on);
    job.ages_months = Some(rules::locker::Ages { from: 36, to: 72 });
    assert_eq!(look(&job).1, [("w".into(), 1096, "wrong-age")]);
    job.ages_months = Some(rules::locker::Ages { from: 24, to: 72 });
    job.paid = Some(false);
    assert_eq!(look(&job), (Status::Unmet, vec![("w".into(), 1096, "unpaid")]));
    job.paid = None;
    assert_eq!(look(&job), (Status::NeedsPerson, vec![("w".into(), 1096, "unpaid")]));
    job.kinds = vec![WorkKind::PreschoolPractice];
    assert_eq!(look(&job), (Status::Unmet, vec![("w".into(), 1096, "wrong-subject")]));
}

#[test]
fn from_2025_one_year_of_internship_is_for_a_person() {
    let policy = policy("imhs", "2025");
    let on = date(2026, 1, 1);
    let mut intern = work("i", WorkKind::ImhsPractice, date(2021, 1, 1), Some(date(2022, 12, 31)));
    intern.paid = Some(false);
    let job = |to| work("w", WorkKind::ImhsPractice, date(2023, 1, 1), Some(to));
    let look = |work| {
        find(&policy, &Locker { work, ..Locker::default() }, on, "work.imhs-practice").status
    };

    assert_eq!(look(vec![intern.clone()]), Status::Unmet, "one year of it at most");
    assert_eq!(look(vec![intern.clone(), job(date(2023, 12, 31))]), Status::NeedsPerson);
    assert_eq!(look(vec![intern, job(date(2023, 12, 30))]), Status::Unmet);
    assert_eq!(look(vec![job(date(2024, 12, 31))]), Status::Met, "no degree has to come before");
}

#[test]
fn the_years_may_begin_with_the_internship() {
    let policy = policy("imhs", "2025");
    let intern = |last| {
        let (first, kind) = (date(2022, 1, 1), WorkKind::ImhsPractice);
        rules::locker::Work { paid: Some(false), ..work("i", kind, first, Some(last)) }
    };
    // Two years from March 2023 have a leap day and two from January 2022 have none.
    let job = work("w", WorkKind::ImhsPractice, date(2023, 3, 1), Some(date(2024, 2, 28)));
    let look = |last| {
        let locker = Locker { work: vec![intern(last), job.clone()], ..Locker::default() };
        let found = find(&policy, &locker, date(2026, 1, 1), "work.imhs-practice");
        (found.status, found.counted + found.in_doubt)
    };

    assert_eq!(look(date(2022, 12, 31)), (Status::NeedsPerson, 730));
    assert_eq!(look(date(2022, 12, 30)), (Status::Unmet, 729));
}

#[test]
fn leadership_counts_in_its_own_track_also_before_the_degree() {
    let policy = policy("imhm-p", "2024");
    let on = date(2024, 1, 1);
    let entry = |track| leadership("l", track, date(2001, 1, 1), Some(date(2003, 12, 31)));
    let look = |track| {
        let locker = Locker { leadership: vec![entry(track)], ..graduate() };
        let found = find(&policy, &locker, on, "leadership");
        (found.status, excluded(&found))
    };

    assert_eq!(look(Track::Policy), (Status::Met, vec![]));
    assert_eq!(look(Track::Clinical), (Status::Unmet, vec![("l".into(), 1095, "wrong-track")]));
}

fn supervised(entry: rules::locker::Rsc) -> (Status, u64, Vec<(String, u64, &'static str)>) {
    let locker = Locker { rsc: vec![entry], ..graduate() };
    let found = find(&policy("imhm-c", "2024"), &locker, date(2024, 1, 1), "rsc.total");
    (found.status, found.counted, excluded(&found))
}

#[test]
fn fifty_clock_hours_from_an_endorsed_mentor_on_the_dates_of_the_hours() {
    let (from, to) = (date(2021, 1, 1), date(2021, 12, 31));
    let by = |minutes, standings| supervised(rsc("r", minutes, from, to, standings));
    let out = |reason| vec![("r".to_owned(), 3000, reason)];

    assert_eq!(by(3000, mentor_since(from)), (Status::Met, 3000, vec![]));
    assert_eq!(by(2999, mentor_since(from)).0, Status::Unmet);
    let ended = |last| vec![standing("imhm-c", date(2015, 1, 1), Some(last))];
    assert_eq!(by(3000, ended(to)).0, Status::Met);
    assert_eq!(
        by(3000, ended(date(2020, 12, 31))),
        (Status::Unmet, 0, out("provider-standing-ended"))
    );
    assert_eq!(by(3000, ended(date(2021, 12, 30))), (Status::NeedsPerson, 0, out("straddles")));
    assert_eq!(
        by(3000, mentor_since(date(2021, 1, 2))),
        (Status::NeedsPerson, 0, out("straddles"))
    );
    assert_eq!(
        by(3000, mentor_since(date(2022, 1, 1))),
        (Status::Unmet, 0, out("provider-not-qualified"))
    );
    let specialist = vec![standing("imhs", date(2010, 1, 1), None)];
    assert_eq!(by(3000, specialist), (Status::Unmet, 0, out("provider-not-qualified")));
    assert_eq!(
        by(2999, ended(date(2021, 12, 30))).0,
        Status::Unmet,
        "what straddles could not change the answer"
    );
}

#[test]
fn a_standing_given_up_and_taken_up_again_counts_if_no_day_is_missing() {
    let (from, to) = (date(2021, 1, 1), date(2021, 12, 31));
    let twice = |again| {
        vec![
            standing("imhm-c", date(2015, 1, 1), Some(date(2021, 6, 30))),
            standing("imhm-c", again, None),
        ]
    };

    assert_eq!(supervised(rsc("r", 3000, from, to, twice(date(2021, 7, 1)))).0, Status::Met);
    assert_eq!(
        supervised(rsc("r", 3000, from, to, twice(date(2021, 7, 2)))).0,
        Status::NeedsPerson
    );
}

#[test]
fn hours_must_come_after_the_masters_and_while_serving() {
    let since = || mentor_since(date(2000, 1, 1));
    let out = |reason| vec![("r".to_owned(), 3000, reason)];
    let dated = |from, to| supervised(rsc("r", 3000, from, to, since()));

    assert_eq!(dated(date(2010, 5, 21), date(2010, 12, 31)).0, Status::Met);
    assert_eq!(
        dated(date(2010, 1, 1), date(2010, 5, 20)),
        (Status::Unmet, 0, out("before-degree"))
    );
    assert_eq!(
        dated(date(2010, 5, 20), date(2010, 12, 31)),
        (Status::NeedsPerson, 0, out("straddles"))
    );
    assert_eq!(
        dated(date(2023, 12, 1), date(2024, 1, 2)),
        (Status::NeedsPerson, 0, out("straddles"))
    );
    assert_eq!(dated(date(2024, 1, 2), date(2024, 2, 1)), (Status::Unmet, 0, out("after-date")));

    let mut entry = rsc("r", 3000, date(2021, 1, 1), date(2021, 12, 31), since());
    entry.during = Some(WorkKind::PreschoolPractice);
    assert_eq!(supervised(entry.clone()), (Status::Unmet, 0, out("not-while-serving")));
    entry.setting = Setting::Peer;
    assert_eq!(supervised(entry), (Status::Unmet, 0, out("peer-setting")));
}

#[test]
fn of_the_50_hours_25_must_be_about_the_supervision_given() {
    let policy = policy("imhm-c", "2024");
    let on = date(2024, 2, 1);
    let mut locker = mentor_clinical();
    let ids = ["rsc.total", "rsc.about-rsc"];

    assert_eq!(statuses(&policy, &locker, on, &ids), [Status::Met; 2]);
    locker.rsc[0].minutes = 1501;
    locker.rsc[1].minutes = 1499;
    assert_eq!(statuses(&policy, &locker, on, &ids), [Status::Met, Status::Unmet]);
    locker.rsc[1].during = Some(WorkKind::ProvidesRsc);
    assert_eq!(find(&policy, &locker, on, "rsc.about-rsc").counted, 1499, "while giving it, too");
    locker.rsc[1].about = Some(About::OwnPractice);
    let about = find(&policy, &locker, on, "rsc.about-rsc");
    assert_eq!(
        excluded(&about),
        [("r1".into(), 1501, "wrong-subject"), ("r2".into(), 1499, "not-while-serving")]
    );
}

#[test]
fn a_family_specialists_hours_with_a_specialist_count_until_the_end_of_march_2024() {
    let policy = policy("ifs", "2022");
    let on = date(2025, 1, 1);
    let look = |category: &str, from, to| {
        let standings = vec![standing(category, date(2015, 1, 1), None)];
        let locker = Locker { rsc: vec![rsc("r", 1440, from, to, standings)], ..Locker::default() };
        find(&policy, &locker, on, "rsc.total").status
    };
    let (from, to) = (date(2023, 1, 1), date(2024, 3, 31));

    assert_eq!(look("imhs", from, to), Status::Met);
    assert_eq!(look("imhs", from, date(2024, 4, 1)), Status::NeedsPerson);
    assert_eq!(look("imhs", date(2024, 4, 1), date(2024, 12, 31)), Status::Unmet);
    assert_eq!(look("ifs", from, to), Status::NeedsPerson, "if Master’s-prepared");
    assert_eq!(look("imhm-c", date(2024, 4, 1), date(2024, 12, 31)), Status::Met);
}

#[test]
fn before_2019_the_provider_is_for_a_person() {
    let policy = policy("ifs", "levels-era");
    let look = |from, to| {
        let standings = vec![standing("ifa", date(2010, 1, 1), None)];
        let locker = Locker {
            education: vec![degree("e", Degree::Bachelor, date(2010, 1, 1))],
            rsc: vec![rsc("r", 1440, from, to, standings)],
            ..Locker::default()
        };
        find(&policy, &locker, date(2020, 1, 1), "rsc.total").status
    };

    assert_eq!(look(date(2018, 1, 1), date(2018, 12, 31)), Status::NeedsPerson);
    assert_eq!(look(date(2019, 1, 1), date(2019, 12, 31)), Status::Unmet);
}

fn rated(category: &str, relations: &[Relation]) -> (Status, u64, Option<Step>) {
    let day = date(2024, 1, 1);
    let references = relations
        .iter()
        .enumerate()
        .map(|(at, it)| reference(&format!("f{at}"), *it, day))
        .collect();
    let locker = Locker { references, ..Locker::default() };
    let found = find(&policy(category, "2024"), &locker, day, "references");
    (found.status, found.counted, found.step)
}

#[test]
fn three_ratings_each_in_its_own_slot() {
    use Relation::{
        Colleague, DepartmentChair, ProgramSupervisor, RscProvider, RscRecipient, Student,
    };

    assert_eq!(rated("imhm-c", &[ProgramSupervisor, RscProvider, RscRecipient]).0, Status::Met);
    let (status, counted, step) =
        rated("imhm-c", &[ProgramSupervisor, ProgramSupervisor, RscRecipient]);
    assert_eq!((status, counted), (Status::Unmet, 2));
    assert_eq!(
        step,
        Some(Step::Rate(vec![Slot { relations: vec![RscProvider], ..Slot::default() }]))
    );
    assert_eq!(rated("imhm-p", &[Colleague, Colleague, Colleague]).0, Status::Met);
    assert_eq!(rated("imhm-p", &[Colleague, Colleague, ProgramSupervisor]).0, Status::Met);
    assert_eq!(rated("imhm-p", &[ProgramSupervisor, RscProvider]).1, 2);
    assert_eq!(rated("imhm-rf", &[Student, Colleague, DepartmentChair]).0, Status::Met);
    assert_eq!(rated("imhm-rf", &[Colleague, Colleague, Colleague]).1, 2, "a student is missing");
}

#[test]
fn six_answers_of_not_enough_information_void_a_rating_and_a_year_ends_it() {
    let policy = policy("imhm-c", "2024");
    let mut locker = mentor_clinical();
    let on = date(2024, 2, 1);

    locker.references[0].not_enough_information = 5;
    assert_eq!(find(&policy, &locker, on, "references").status, Status::Met);
    locker.references[0].not_enough_information = 6;
    let void = find(&policy, &locker, on, "references");
    assert_eq!((void.counted, excluded(&void)), (2, vec![("f1".into(), 1, "void")]));
    locker.references[0] = reference("f1", Relation::ProgramSupervisor, date(2023, 2, 2));
    assert_eq!(find(&policy, &locker, on, "references").status, Status::Met);
    locker.references[0] = reference("f1", Relation::ProgramSupervisor, date(2023, 2, 1));
    let old = find(&policy, &locker, on, "references");
    assert_eq!(excluded(&old), [("f1".into(), 1, "expired")]);
    locker.references.push(reference("f4", Relation::Parent, on));
    locker.references.push(reference("f5", Relation::RscProvider, on));
    let more = find(&policy, &locker, on, "references");
    assert_eq!(
        excluded(&more)[1..],
        [("f4".into(), 1, "wrong-subject"), ("f5".into(), 1, "slot-taken")]
    );
}

#[test]
fn a_specialist_needs_one_endorsed_rater_whoever_else_rates() {
    let policy = policy("imhs", "to-2024");
    let on = date(2024, 1, 1);
    let mut references: Vec<_> =
        (0..4).map(|at| reference(&format!("f{at}"), Relation::Colleague, on)).collect();
    let look = |references: &[rules::locker::Reference]| {
        let locker = Locker { references: references.to_vec(), ..Locker::default() };
        find(&policy, &locker, on, "references")
    };

    let none = look(&references);
    assert_eq!((none.status, none.step), (Status::NeedsPerson, Some(Step::RateByEndorsed)));
    references[3].rater_standings = vec![standing("ifs", date(2020, 1, 1), None)];
    let one = look(&references);
    assert_eq!((one.status, one.counted), (Status::Met, 3));
    assert_eq!(excluded(&one).len(), 1);
}
