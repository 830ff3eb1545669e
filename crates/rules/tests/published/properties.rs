//! What holds whatever the evidence: more of it never hurts, its order is nothing, nothing panics.

use std::sync::LazyLock;

use crate::making::*;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rules::locker::{
    About, Ages, Degree, Endorsement, Locker, Membership, Relation, Setting, Signature, Standing,
    Track, WorkKind,
};
use rules::{Assessment, Finding, Policy, RequirementId, Stage, assess, assess_renewal};

/// The day of every assessment here, in the middle of the days that evidence has.
pub const ON: Date = date(2024, 6, 30);

pub fn policies() -> &'static [Policy] {
    static POLICIES: LazyLock<Vec<Policy>> = LazyLock::new(|| {
        let own = VERSIONS.iter().map(|(category, version)| policy(category, version));
        own.chain([toml::from_str(IMAGINED).unwrap()]).collect()
    });
    &POLICIES
}

/// What no version of CT-AIMH's asks all at once.
const IMAGINED: &str = r#"
version = "imagined"
confidence = "recall"

[[requirement]]
id = "work.prevention"
ask.work = { kinds = ["prevention"], years = 1, ages = { from = 6, to = 24 }, ages_known_by = ["preschool-practice"] }
source = ["s"]
confidence = "recall"
text = { en = "a", es = "a" }

[[requirement]]
id = "work.promotion"
ask.work.kinds = ["promotion", "prevention", "imhs-practice"]
ask.work.alternatives = [{ came_from = ["preschool-practice"], families = 30, months = 6 }, { families = 60, months = 24 }]
source = ["s"]
confidence = "recall"
text = { en = "a", es = "a" }

[[requirement]]
id = "leadership"
ask.leadership = { years = 1 }
source = ["s"]
confidence = "recall"
text = { en = "a", es = "a" }

[[requirement]]
id = "rsc.total"
ask.rsc = { minutes = 1440, span_months = { least = 6, most = 24 }, peers = true, providers = [{ category = "imhm-c" }] }
source = ["s"]
confidence = "recall"
text = { en = "a", es = "a" }

[[requirement]]
id = "references"
ask.references.slots = [{ relations = ["program-supervisor", "colleague"] }, { relations = ["colleague"] }, { endorsed_as = ["imhs", "imhm-c"] }]
ask.references.one_endorsed_as = ["imhm-c"]
source = ["s"]
confidence = "recall"
text = { en = "a", es = "a" }

[[requirement]]
id = "membership"
ask.membership = { own = "own" }
source = ["s"]
confidence = "recall"
text = { en = "a", es = "a" }

[[requirement]]
id = "base-endorsement"
ask.base-endorsement = { categories = ["ifs", "imhs"] }
source = ["s"]
confidence = "recall"
text = { en = "a", es = "a" }
"#;

const VERSIONS: [(&str, &str); 10] = [
    ("ifa", "levels-era"),
    ("ifa", "2018"),
    ("ifs", "levels-era"),
    ("ifs", "2022"),
    ("imhs", "to-2024"),
    ("imhs", "2025"),
    ("imhm-c", "to-2023"),
    ("imhm-c", "2024"),
    ("imhm-p", "2024"),
    ("imhm-rf", "2024"),
];

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
    let category = prop::sample::select(vec!["imhm-c", "imhs", "ifs", "ifrs", "ers", "ifa"]);
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
        Degree::Bachelor,
        Degree::Master,
        Degree::Doctorate,
        Degree::Other,
    ]);
    prop::collection::vec((kind, day()).prop_map(|(kind, day)| degree("e", kind, day)), 0..3)
}

fn works() -> impl Strategy<Value = Vec<rules::locker::Work>> {
    let one =
        (kind(), open_stretch(), prop::option::of(any::<bool>()), prop::option::of(0_u16..60))
            .prop_map(|(kind, (from, to), paid, youngest)| {
                let mut job = work("w", kind, from, to);
                job.paid = paid;
                job.ages_months = youngest.map(|from| Ages { from, to: from + 12 });
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
        work in works(),
        trainings in trainings(),
        rsc in supervision(),
        references in references(),
        led in prop::collection::vec(open_stretch(), 0..3),
        signed in prop::collection::vec(day(), 0..2),
        member in prop::collection::vec(open_stretch(), 0..2),
        held in standings(),
    ) -> Locker {
        let mut locker = Locker {
            education,
            work,
            trainings,
            rsc,
            references,
            leadership: led
                .into_iter()
                .map(|(from, to)| leadership("l", Track::Clinical, from, to))
                .collect(),
            signatures: signed
                .into_iter()
                .map(|signed| Signature { agreement: "code-of-ethics".into(), signed })
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
fn rename(locker: &mut Locker) {
    let name = |letter: char, at: usize| std::sync::Arc::from(format!("{letter}{at}"));
    locker.education.iter_mut().enumerate().for_each(|(at, it)| it.id = name('e', at));
    locker.work.iter_mut().enumerate().for_each(|(at, it)| it.id = name('w', at));
    locker.trainings.iter_mut().enumerate().for_each(|(at, it)| it.id = name('t', at));
    locker.rsc.iter_mut().enumerate().for_each(|(at, it)| it.id = name('r', at));
    locker.references.iter_mut().enumerate().for_each(|(at, it)| it.id = name('f', at));
    locker.leadership.iter_mut().enumerate().for_each(|(at, it)| it.id = name('l', at));
}

fn add(locker: &mut Locker, more: Locker) {
    locker.education.extend(more.education);
    locker.work.extend(more.work);
    locker.trainings.extend(more.trainings);
    locker.rsc.extend(more.rsc);
    locker.references.extend(more.references);
    locker.leadership.extend(more.leadership);
    locker.signatures.extend(more.signatures);
    locker.memberships.extend(more.memberships);
    locker.endorsements.extend(more.endorsements);
    rename(locker);
}

pub fn look(policy: &Policy, locker: &Locker) -> Assessment {
    assess(policy, locker, ON, Stage::Endorsement)
}

fn amount(finding: &Finding, id: &str) -> u64 {
    finding.counted_entries.iter().filter(|it| *it.id == *id).map(|it| it.amount).sum()
}

fn lowers(all: &Locker, less: &Locker, gone: &str, family: &str) -> Result<(), TestCaseError> {
    for policy in policies() {
        let (before, after) = (look(policy, all), look(policy, less));
        let pairs = before.findings.iter().zip(&after.findings);
        for (before, after) in pairs.filter(|it| it.0.id.as_str().starts_with(family)) {
            prop_assert_eq!(before.counted - amount(before, gone), after.counted);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// More evidence never takes a requirement away, and never lowers what counted.
    #[test]
    fn evidence_only_helps(first in lockers(), more in lockers()) {
        let mut both = first.clone();
        add(&mut both, more);

        for policy in policies() {
            let (before, after) = (look(policy, &first), look(policy, &both));
            for (before, after) in before.findings.iter().zip(&after.findings) {
                prop_assert!(before.counted <= after.counted, "{before:?}\n{after:?}");
                prop_assert!(!before.status.is_met() || after.status.is_met(), "{before:?}\n{after:?}");
            }
        }
    }

    /// The order of entries is nothing: only the lists are in another order.
    #[test]
    fn order_is_nothing(locker in lockers()) {
        let mut turned = locker.clone();
        turned.education.reverse();
        turned.work.reverse();
        turned.trainings.reverse();
        turned.rsc.reverse();
        turned.references.reverse();
        turned.leadership.reverse();

        for policy in policies() {
            let (one, mut other) = (look(policy, &locker), look(policy, &turned));
            for (one, other) in one.findings.iter().zip(&mut other.findings) {
                let mut one = one.clone();
                for finding in [&mut one, &mut *other] {
                    finding.counted_entries.sort_by(|a, b| a.id.cmp(&b.id));
                    finding.excluded_entries.sort_by(|a, b| (&a.id, a.reason).cmp(&(&b.id, b.reason)));
                }
                prop_assert_eq!(&one, other);
            }
        }
    }

    /// A removed entry of hours lowers every sum by exactly the minutes it had counted there.
    #[test]
    fn a_removed_entry_lowers_the_total_by_its_minutes(locker in lockers(), which in 0_usize..6) {
        let mut trained = locker.clone();
        if which < trained.trainings.len() {
            let gone = trained.trainings.remove(which).id;
            lowers(&locker, &trained, &gone, "training.")?;
        }
        let mut supervised = locker.clone();
        if which < supervised.rsc.len() {
            let gone = supervised.rsc.remove(which).id;
            lowers(&locker, &supervised, &gone, "rsc.")?;
        }
    }

    /// A removed job or activity lowers the days by no more than it had counted, and by all of it if
    /// it was the only one.
    #[test]
    fn a_removed_job_lowers_the_days_by_no_more_than_its_own(locker in lockers(), which in 0_usize..5) {
        let mut less = locker.clone();
        if which < less.work.len() {
            let gone = less.work.remove(which).id;
            for policy in policies() {
                let (before, after) = (look(policy, &locker), look(policy, &less));
                let pairs = before.findings.iter().zip(&after.findings);
                for (before, after) in pairs.filter(|it| it.0.id.as_str().starts_with("work.")) {
                    let had = amount(before, &gone);
                    prop_assert!(before.counted <= after.counted + had, "{before:?}\n{after:?}");
                    if before.counted_entries.len() == 1 && had > 0 {
                        prop_assert_eq!(before.counted, had);
                        prop_assert_eq!(after.counted, 0);
                    }
                }
            }
        }
    }

    /// Every minute is accounted for: what counted and what did not is what is listed.
    #[test]
    fn every_minute_of_training_counted_or_was_excluded(locker in lockers()) {
        let listed: u64 = locker.trainings.iter().map(|it| it.minutes.total()).sum();

        for policy in policies() {
            if policy.requirement(RequirementId::TrainingTotal).is_none() {
                continue;
            }
            let found = find(policy, &locker, ON, "training.total");
            let out: u64 = found.excluded_entries.iter().map(|it| it.amount).sum();
            prop_assert_eq!(found.counted + out, listed);
        }
    }

    /// Nothing that can be read panics, whatever its days and sums, checked or not.
    #[test]
    fn nothing_panics(
        mut locker in lockers(),
        extreme in prop::collection::vec((any::<bool>(), any::<bool>()), 12),
        on in prop::sample::select(vec![Date::MIN, ON, Date::MAX]),
        cycle in any::<i16>(),
    ) {
        let end = |low: bool| if low { Date::MIN } else { Date::MAX };
        let mut dice = extreme.into_iter().cycle();
        let mut roll = || dice.next().unwrap_or_default();
        for it in &mut locker.work { let (a, b) = roll(); (it.from, it.to) = (end(a), Some(end(b))); }
        for it in &mut locker.rsc { let (a, b) = roll(); (it.from, it.to) = (end(a), end(b)); it.minutes = u32::MAX; }
        for it in &mut locker.trainings { let (a, b) = roll(); (it.from, it.to) = (end(a), end(b)); it.minutes.imh = u32::MAX; }
        for it in &mut locker.education { it.conferred = Some(end(roll().0)); }
        for it in &mut locker.references { it.completed = end(roll().0); }

        let _ = locker.check();
        for policy in policies() {
            let _ = assess(policy, &locker, on, Stage::Submission).status();
        }
        let _ = assess_renewal(&renewal("imhm-c"), &locker, cycle, on);
    }
}
