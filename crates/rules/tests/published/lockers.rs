//! Lockers drawn at random: every kind of evidence, on days before and after the day of assessment.

use crate::making::*;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rules::locker::{
    About, Ages, Course, Degree, Endorsement, ExamResult, Focus, Locker, Membership, Relation,
    Series, Setting, Signature, Standing, Track, WorkKind,
};

fn day() -> impl Strategy<Value = Date> {
    (2016_i16..2027, 1_i8..13, 1_i8..29).prop_map(|(year, month, day)| date(year, month, day))
}

fn stretch() -> impl Strategy<Value = (Date, Date)> {
    (day(), day()).prop_map(|(one, other)| (one.min(other), one.max(other)))
}

fn open_stretch() -> impl Strategy<Value = (Date, Option<Date>)> {
    (stretch(), any::<bool>()).prop_map(|((from, to), open)| (from, (!open).then_some(to)))
}

fn standings() -> impl Strategy<Value = Vec<Standing>> {
    let category = prop::sample::select(vec![
        "imhm-c", "imhs", "ifs", "ifrs", "ifa", "ers", "ecmhm-c", "ecmhs", "ecfs", "ecfrs",
    ]);
    prop::collection::vec(
        (category, open_stretch()).prop_map(|(category, (from, to))| standing(category, from, to)),
        0..3,
    )
}

fn kind() -> impl Strategy<Value = WorkKind> {
    prop::sample::select(vec![
        WorkKind::Promotion,
        WorkKind::Prevention,
        WorkKind::ImhsPractice,
        WorkKind::ProvidesRsc,
        WorkKind::PolicyLeadership,
        WorkKind::AcademicLeadership,
        WorkKind::PreschoolPractice,
    ])
}

fn education() -> impl Strategy<Value = Vec<rules::locker::Education>> {
    let kind = prop::sample::select(vec![
        Degree::Cda,
        Degree::Associate,
        Degree::Bachelor,
        Degree::Master,
        Degree::Doctorate,
        Degree::Other,
    ]);
    prop::collection::vec((kind, day()).prop_map(|(kind, day)| degree("e", kind, day)), 0..3)
}

fn courses() -> impl Strategy<Value = Vec<Course>> {
    let one = (prop::option::of(day()), prop::sample::select(vec![SOURCED, RECALLED, "nowhere"]));
    let one = one.prop_map(|(completed, area)| Course {
        id: "c".into(),
        title: String::new(),
        institution: String::new(),
        completed,
        credits: None,
        competencies: vec![area.to_owned()],
    });
    prop::collection::vec(one, 0..3)
}

fn results() -> impl Strategy<Value = Vec<ExamResult>> {
    let series = prop::sample::select(vec![Series::Imh, Series::Ecmh]);
    let one = (series, 1_u8..4, any::<bool>(), day());
    let one = one.prop_map(|(series, part, passed, on)| ExamResult {
        series,
        part,
        percent: None,
        passed,
        on,
    });
    prop::collection::vec(one, 0..4)
}

fn works() -> impl Strategy<Value = Vec<rules::locker::Work>> {
    let one = (
        kind(),
        open_stretch(),
        prop::option::of(any::<bool>()),
        prop::option::of(0_u16..90),
        prop::option::of(any::<(bool, bool)>()),
    )
        .prop_map(|(kind, (from, to), paid, youngest, focus)| {
            let mut job = work("w", kind, from, to);
            job.paid = paid;
            job.ages_months = youngest.map(|from| Ages { from, to: from + 12 });
            job.focus = focus
                .map(|(social_emotional, relationships)| Focus { social_emotional, relationships });
            job
        });
    prop::collection::vec(one, 0..5)
}

fn trainings() -> impl Strategy<Value = Vec<rules::locker::Training>> {
    let one = (
        (0_u32..1500, 0_u32..900, 1_u32..200),
        stretch(),
        prop::option::of(any::<bool>()),
        any::<bool>(),
    )
        .prop_map(|(minutes, (from, to), didactic, named)| {
            let mut it = training("t", minutes, from);
            it.to = to;
            it.didactic = didactic;
            if !named {
                it.competencies.clear();
            }
            it
        });
    prop::collection::vec(one, 0..6)
}

fn supervision() -> impl Strategy<Value = Vec<rules::locker::Rsc>> {
    let one = (1_u32..3500, stretch(), standings(), prop::option::of(kind()), 0_u8..6).prop_map(
        |(minutes, (from, to), standings, during, dice)| {
            let mut it = rsc("r", minutes, from, to, standings);
            it.during = during;
            it.about = [None, Some(About::OwnPractice), Some(About::OwnRscProvision)]
                [usize::from(dice % 3)];
            it.setting = if dice == 5 { Setting::Peer } else { Setting::Group };
            it
        },
    );
    prop::collection::vec(one, 0..5)
}

fn track() -> impl Strategy<Value = Track> {
    prop::sample::select(vec![Track::Clinical, Track::Policy, Track::ResearchFaculty])
}

fn agreement() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["code-of-ethics", "endorsement-agreement"])
}

fn references() -> impl Strategy<Value = Vec<rules::locker::Reference>> {
    let relation = prop::sample::select(vec![
        Relation::ProgramSupervisor,
        Relation::DepartmentChair,
        Relation::RscProvider,
        Relation::RscRecipient,
        Relation::Colleague,
        Relation::Student,
        Relation::Parent,
    ]);
    let one = (relation, day(), 0_u32..8, standings()).prop_map(|(relation, day, empty, held)| {
        let mut it = reference("f", relation, day);
        it.not_enough_information = empty;
        it.rater_standings = held;
        it
    });
    prop::collection::vec(one, 0..6)
}

prop_compose! {
    pub fn lockers()(
        education in education(),
        courses in courses(),
        exam_results in results(),
        work in works(),
        trainings in trainings(),
        rsc in supervision(),
        references in references(),
        led in prop::collection::vec((track(), open_stretch()), 0..3),
        signed in prop::collection::vec((agreement(), day()), 0..3),
        member in prop::collection::vec(open_stretch(), 0..2),
        held in standings(),
    ) -> Locker {
        let mut locker = Locker {
            education,
            courses,
            exam_results,
            work,
            trainings,
            rsc,
            references,
            leadership: led
                .into_iter()
                .map(|(track, (from, to))| leadership("l", track, from, to))
                .collect(),
            signatures: signed
                .into_iter()
                .map(|(agreement, signed)| Signature { agreement: agreement.into(), signed })
                .collect(),
            memberships: member
                .into_iter()
                .map(|(from, to)| Membership { association: "x".into(), from, to })
                .collect(),
            endorsements: held
                .into_iter()
                .map(|it| Endorsement {
                    category: it.category,
                    association: "x".into(),
                    from: it.from,
                    to: it.to,
                })
                .collect(),
            ..Locker::default()
        };
        rename(&mut locker);
        locker
    }
}

/// Gives every entry an id of its own.
pub fn rename(locker: &mut Locker) {
    let name = |letter: char, at: usize| std::sync::Arc::from(format!("{letter}{at}"));
    locker.education.iter_mut().enumerate().for_each(|(at, it)| it.id = name('e', at));
    locker.courses.iter_mut().enumerate().for_each(|(at, it)| it.id = name('c', at));
    locker.work.iter_mut().enumerate().for_each(|(at, it)| it.id = name('w', at));
    locker.trainings.iter_mut().enumerate().for_each(|(at, it)| it.id = name('t', at));
    locker.rsc.iter_mut().enumerate().for_each(|(at, it)| it.id = name('r', at));
    locker.references.iter_mut().enumerate().for_each(|(at, it)| it.id = name('f', at));
    locker.leadership.iter_mut().enumerate().for_each(|(at, it)| it.id = name('l', at));
}
