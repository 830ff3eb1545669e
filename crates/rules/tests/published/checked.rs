//! What only the whole locker shows: each problem at its field, and none where it is only just right.

use jiff::civil::{Date, date};
use rules::Problem;
use rules::locker::{Ages, Endorsement, ExamResult, Locker, Series};

use crate::making::*;

const DAY: Date = date(2023, 6, 1);
const BEFORE: Date = date(2023, 5, 31);

/// What is wrong with a locker in which nothing was, after a change.
fn problems(change: impl FnOnce(&mut Locker)) -> Vec<String> {
    let mut locker = mentor_clinical();
    locker.check().unwrap();
    change(&mut locker);
    let problems = locker.check().err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn nothing_ends_before_it_begins_and_everything_may_end_on_the_day() {
    let held = |to| Endorsement {
        category: "ifs".into(),
        association: "x".into(),
        from: DAY,
        to: Some(to),
    };
    let stretch = |it: &mut Locker, to: Date| {
        let standing = standing("imhm-c", DAY, Some(to));
        (it.work[0].from, it.work[0].to) = (DAY, Some(to));
        (it.trainings[1].from, it.trainings[1].to) = (DAY, to);
        (it.leadership[0].from, it.leadership[0].to) = (DAY, Some(to));
        (it.rsc[0].from, it.rsc[0].to, it.rsc[0].minutes) = (DAY, to, 60);
        it.rsc[0].provider.as_mut().unwrap().standings.push(standing.clone());
        it.references[0].rater_standings.push(standing);
        (it.memberships[0].from, it.memberships[0].to) = (DAY, Some(to));
        it.endorsements.push(held(to));
    };

    assert_eq!(problems(|it| stretch(it, DAY)), [""; 0]);
    let fields = [
        "work[0]",
        "trainings[1]",
        "leadership[0]",
        "rsc[0]",
        "rsc[0].provider.standings[1]",
        "references[0].rater_standings[0]",
        "memberships[0]",
        "endorsements[0]",
    ];
    let sentences = fields.map(|it| format!("{it}.to: must not be before from"));
    assert_eq!(problems(|it| stretch(it, BEFORE)), sentences, "all at once, once each");
}

#[test]
fn a_day_has_24_hours_and_an_entry_at_least_a_minute() {
    let trained = |minutes| {
        problems(|it| it.trainings[3] = training("t4", minutes, DAY)).pop().unwrap_or_default()
    };
    let most = "must be at most 24 hours a day, here 1440 minutes in all";
    assert_eq!(trained((1440, 0, 0)), "");
    assert_eq!(trained((1000, 400, 41)), format!("trainings[3].minutes: {most}"));
    assert_eq!(trained((0, 0, 1)), "");
    assert_eq!(trained((0, 0, 0)), "trainings[3].minutes: must be at least 1 minute in all");

    let received = |minutes, from| {
        let entry = rsc("r1", minutes, from, DAY, vec![]);
        problems(|it| it.rsc[0] = entry).pop().unwrap_or_default()
    };
    assert_eq!(received(2880, BEFORE), "");
    let two_days = "rsc[0].minutes: must be at most 24 hours a day, here 2880 minutes in all";
    assert_eq!(received(2881, BEFORE), two_days);
    assert_eq!(received(0, DAY), "rsc[0].minutes: must be at least 1 minute in all");
}

#[test]
fn ages_go_up_and_may_be_one_month() {
    let aged = |from, to| problems(|it| it.work[0].ages_months = Some(Ages { from, to }));
    assert_eq!(aged(12, 12), [""; 0]);
    assert_eq!(aged(12, 11), ["work[0].ages_months.to: must not be less than from"]);
}

#[test]
fn the_exam_has_two_parts_and_a_hundred_percent() {
    let sat = |part, percent| {
        let result = ExamResult { series: Series::Imh, part, percent, passed: true, on: DAY };
        problems(|it| it.exam_results = vec![result])
    };
    assert_eq!(sat(1, Some(0)), [""; 0]);
    assert_eq!(sat(2, Some(100)), [""; 0]);
    assert_eq!(sat(0, None), ["exam_results[0].part: must be 1 or 2"]);
    assert_eq!(sat(3, None), ["exam_results[0].part: must be 1 or 2"]);
    assert_eq!(sat(1, Some(101)), ["exam_results[0].percent: must be from 0 to 100"]);
}

#[test]
fn every_entry_has_an_id_and_what_is_wrong_with_the_whole_file_has_no_field() {
    let blank = problems(|it| {
        it.education[0].id = " ".into();
        it.rsc[1].id = "".into();
    });
    assert_eq!(blank, ["education[0].id: must not be empty", "rsc[1].id: must not be empty"]);
    let whole = Problem { path: String::new(), sentence: "is no locker".to_owned() };
    assert_eq!(whole.to_string(), "is no locker");
}
