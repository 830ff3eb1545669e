//! What holds whatever the evidence: more of it never hurts, its order is nothing, nothing panics.

use std::sync::LazyLock;

use crate::lockers::{lockers, rename};
use crate::making::*;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rules::locker::Locker;
use rules::policy::RenewalPolicy;
use rules::{Assessment, Finding, Policy, RequirementId, Stage, Unit, assess, assess_renewal};

/// The day of every assessment here, in the middle of the days that evidence has.
pub const ON: Date = date(2024, 6, 30);

/// Every version that ships, and one that asks what none of them does.
pub fn policies() -> &'static [Policy] {
    static POLICIES: LazyLock<Vec<Policy>> = LazyLock::new(|| {
        every_version().into_iter().chain([toml::from_str(IMAGINED).unwrap()]).collect()
    });
    &POLICIES
}

/// What renewal asks of every category.
fn renewals() -> &'static [RenewalPolicy] {
    static RENEWALS: LazyLock<Vec<RenewalPolicy>> = LazyLock::new(|| {
        let mut categories: Vec<&str> = policies().iter().map(|it| &*it.category).collect();
        categories.dedup();
        categories.into_iter().map(renewal).collect()
    });
    &RENEWALS
}

#[test]
fn every_category_of_both_series_and_the_add_on_is_among_them() {
    let mut seen: Vec<&str> = policies().iter().map(|it| &*it.category).collect();
    seen.sort_unstable();
    seen.dedup();

    assert_eq!(
        seen,
        [
            "", "ecfa", "ecfrs", "ecfs", "ecmhm-c", "ecmhm-p", "ecmhm-rf", "ecmhs", "ers", "ifa",
            "ifrs", "ifs", "imhm-c", "imhm-p", "imhm-rf", "imhs",
        ]
    );
    let elsewhere = policies().iter().filter(|it| &*it.association == "itmhca-az").count();
    assert!(policies().len() > 25 && elsewhere > 2, "{} {elsewhere}", policies().len());
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

fn add(locker: &mut Locker, more: Locker) {
    locker.education.extend(more.education);
    locker.courses.extend(more.courses);
    locker.exam_results.extend(more.exam_results);
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

/// The locker without the entry of that id; `None` if it has none, since what is signed, paid or
/// passed goes by another name.
fn without(locker: &Locker, id: &str) -> Option<Locker> {
    let mut less = locker.clone();
    less.education.retain(|it| *it.id != *id);
    less.courses.retain(|it| *it.id != *id);
    less.work.retain(|it| *it.id != *id);
    less.trainings.retain(|it| *it.id != *id);
    less.rsc.retain(|it| *it.id != *id);
    less.references.retain(|it| *it.id != *id);
    less.leadership.retain(|it| *it.id != *id);
    (less != *locker).then_some(less)
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
        turned.courses.reverse();
        turned.exam_results.reverse();
        turned.signatures.reverse();
        turned.memberships.reverse();
        turned.endorsements.reverse();
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

    /// Without an entry that counted, its total is lower by exactly its amount; by no more than that
    /// where days at the same time, one area shown twice or another rating make up for it.
    #[test]
    fn a_counted_entry_gone_lowers_its_total_by_its_amount(locker in lockers(), which in any::<prop::sample::Index>()) {
        for policy in policies() {
            for (place, before) in look(policy, &locker).findings.into_iter().enumerate() {
                if before.counted_entries.is_empty() {
                    continue;
                }
                let gone = &which.get(&before.counted_entries).id;
                let Some(less) = without(&locker, gone) else { continue };
                let after = &look(policy, &less).findings[place];
                let had = amount(&before, gone);
                let is_alone = before.counted_entries.len() == 1 && before.excluded_entries.is_empty();
                if is_alone || matches!(before.unit, Unit::Minutes | Unit::Degrees) {
                    prop_assert_eq!(before.counted, after.counted + had, "{:?}", before);
                } else {
                    let range = after.counted..=after.counted + had;
                    prop_assert!(range.contains(&before.counted), "{before:?}\n{after:?}");
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

    /// The same of supervision, whatever it has to be about.
    #[test]
    fn every_minute_of_supervision_counted_or_was_excluded(locker in lockers()) {
        let listed: u64 = locker.rsc.iter().map(|it| u64::from(it.minutes)).sum();

        for policy in policies() {
            let findings = look(policy, &locker).findings.into_iter();
            for found in findings.filter(|it| it.id.as_str().starts_with("rsc.")) {
                let out: u64 = found.excluded_entries.iter().map(|it| it.amount).sum();
                prop_assert_eq!(found.counted + out, listed, "{:?}", found);
            }
        }
    }

    /// One is never further from emerging for having more, and never has more left open.
    #[test]
    fn evidence_only_helps_one_to_be_emerging(first in lockers(), more in lockers()) {
        let mut both = first.clone();
        add(&mut both, more);

        for policy in policies().iter().filter(|it| it.emerging.is_some()) {
            let (before, after) = (look(policy, &first), look(policy, &both));
            let (was, now) = (before.emerging.clone().unwrap(), after.emerging.unwrap());
            prop_assert!(!was.status.is_met() || now.status.is_met(), "{was:?}\n{now:?}");
            prop_assert!(now.still_open.iter().all(|it| was.still_open.contains(it)), "{was:?}\n{now:?}");
            prop_assert!(before.status() >= was.status, "{was:?}");
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
            let _ = assess(policy, &locker, on, Stage::Endorsement).status();
        }
        for policy in renewals() {
            let _ = assess_renewal(policy, &locker, cycle, on);
        }
    }
}
