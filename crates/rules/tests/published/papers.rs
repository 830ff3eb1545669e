//! Exams, memberships, courses: what counts on its day, and the reason of what does not.

use jiff::civil::{Date, date};
use rules::locker::{Course, ExamResult, Locker, Membership, Series};
use rules::policy::Ask;
use rules::{Status, Step};

use crate::making::*;

const ON: Date = date(2024, 4, 3);
const NEXT: Date = date(2024, 4, 4);

#[test]
fn a_part_of_the_exam_counts_once_and_only_in_its_series() {
    let passed = |series, part, on| ExamResult { series, part, percent: None, passed: true, on };
    let exam_results = vec![
        passed(Series::Imh, 1, date(2024, 4, 2)),
        passed(Series::Imh, 1, ON),
        passed(Series::Ecmh, 2, ON),
        passed(Series::Imh, 2, NEXT),
    ];
    let locker = Locker { exam_results, ..Locker::default() };
    let look = |on| find(&policy("imhm-c", "2024"), &locker, on, "exam");

    let first = look(ON);
    let part = |name: &str, reason| (name.to_owned(), 1, reason);
    let (twice, other) = (part("imh-part-1", "slot-taken"), part("ecmh-part-2", "wrong-subject"));
    let late = part("imh-part-2", "after-date");
    assert_eq!(excluded(&first), [twice.clone(), other.clone(), late]);
    assert_eq!((first.status, first.step), (Status::Unmet, Some(Step::Pass(vec![2]))));
    let both = look(NEXT);
    assert_eq!((both.status, both.counted, both.required), (Status::Met, 2, Some(2)));
    assert_eq!(excluded(&both), [twice, other]);
}

#[test]
fn a_membership_runs_from_its_first_day_through_its_last() {
    let mut asked = policy("imhm-c", "2024");
    for requirement in &mut asked.requirements {
        if let Ask::Membership(ask) = &mut requirement.ask {
            ask.own = Some("ct-aimh".into());
        }
    }
    let member = |association: &str, from, to| {
        let it = Membership { association: association.into(), from, to };
        let locker = Locker { memberships: vec![it], ..Locker::default() };
        let found = find(&asked, &locker, ON, "membership");
        (found.status, excluded(&found).first().map(|it| it.2))
    };
    let before = date(2024, 4, 2);

    assert_eq!(member("ct-aimh", ON, Some(ON)), (Status::Met, None));
    assert_eq!(member("ct-aimh", ON, None), (Status::Met, None));
    assert_eq!(member("ct-aimh", NEXT, None), (Status::Unmet, Some("after-date")));
    assert_eq!(member("ct-aimh", before, Some(before)), (Status::Unmet, Some("expired")));
    let other = member("another-aimh", ON, None);
    assert_eq!(other, (Status::Unmet, Some("wrong-subject")), "only its own, if it says so");
}

fn course(completed: Option<Date>) -> Course {
    Course {
        id: "c".into(),
        title: String::new(),
        institution: String::new(),
        completed,
        credits: None,
        competencies: vec![SOURCED.to_owned(), RECALLED.to_owned()],
    }
}

#[test]
fn a_course_shows_its_areas_once_it_is_completed() {
    let with = |completed| {
        let locker = Locker { courses: vec![course(completed)], ..Locker::default() };
        find(&policy("imhm-p", "2024"), &locker, ON, "competencies")
    };

    let shown = with(Some(ON));
    assert_eq!((shown.status, shown.counted, shown.required), (Status::Met, 2, Some(2)));
    assert_eq!(shown.counted_entries[0].amount, 2);
    for completed in [None, Some(NEXT)] {
        let open = with(completed);
        assert_eq!((open.status, open.counted), (Status::Unmet, 0));
        assert_eq!(open.in_doubt, 1, "the area that no source names is for a person");
        assert_eq!(excluded(&open), [("c".into(), 2, "after-date")]);
    }
}

#[test]
fn supervision_may_show_areas_too_once_it_is_over() {
    let with = |to| {
        let locker = Locker { rsc: vec![rsc("r", 60, ON, to, vec![])], ..Locker::default() };
        let found = find(&policy("imhm-p", "2024"), &locker, ON, "competencies");
        (found.status, found.in_doubt)
    };
    assert_eq!(with(ON), (Status::NeedsPerson, 2));
    assert_eq!(with(NEXT), (Status::Unmet, 1));
}

#[test]
fn supervision_that_does_not_count_shows_no_area() {
    let with = |standings: Vec<rules::locker::Standing>| {
        let locker = Locker {
            education: vec![degree("e", rules::locker::Degree::Master, date(2015, 5, 1))],
            rsc: vec![rsc("r", 60, date(2020, 1, 1), date(2020, 2, 1), standings)],
            ..Locker::default()
        };
        find(&policy("imhm-c", "2024"), &locker, date(2024, 2, 1), "competencies").status
    };
    assert_eq!(with(mentor_since(date(2015, 1, 1))), Status::NeedsPerson);
    assert_eq!(with(vec![]), Status::Unmet);
}
