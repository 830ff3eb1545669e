//! Renewal: what a cycle asks of an endorsed person, and what the same locker holds.

use alloc::format;
use alloc::sync::Arc;

use jiff::civil::Date;

use crate::assess::Scene;
use crate::assessment::Assessment;
use crate::intervals::Stretch;
use crate::locker::{Locker, WorkKind};
use crate::policy::{RenewalPolicy, Stage};

/// Assesses a locker for the renewal of a cycle, named by its last calendar year, as of a day.
///
/// Total like [`crate::assess()`]. The cycle's first and last day stand as the version's dates; what
/// is dated before or after the cycle does not count.
#[must_use]
pub fn assess_renewal(policy: &RenewalPolicy, locker: &Locker, cycle: i16, on: Date) -> Assessment {
    let years = i16::try_from(policy.cycle_years).unwrap_or(1).max(1);
    let first_year = cycle.saturating_sub(years).saturating_add(1);
    let first = Date::new(first_year, 1, 1).unwrap_or(Date::MIN);
    let last = Date::new(cycle, 12, 31).unwrap_or(Date::MAX);
    let scene = Scene::of_cycle(locker, first, on.min(last));
    let gives = gives_supervision(locker, first, last);
    let findings = policy
        .requirements
        .iter()
        .zip(0..)
        .filter(|(it, _)| it.from_cycle.is_none_or(|from| from <= cycle))
        .filter(|(it, _)| it.to_cycle.is_none_or(|to| cycle <= to))
        .filter(|(it, _)| it.if_provides_rsc.is_none_or(|asked| asked == gives))
        .map(|(it, place)| scene.find(&it.rule, place))
        .collect();
    Assessment {
        association: policy.association.clone(),
        category: policy.category.clone(),
        version: Arc::from(format!("renewal-{cycle}")),
        effective_from: Some(first),
        effective_to: Some(last),
        on,
        stage: Stage::Submission,
        findings,
    }
}

/// Whether the person gave supervision on any day of the cycle.
fn gives_supervision(locker: &Locker, first: Date, last: Date) -> bool {
    let Some(cycle) = Stretch::new(first, last) else { return false };
    locker
        .work
        .iter()
        .filter(|job| job.kinds.contains(&WorkKind::ProvidesRsc))
        .filter_map(|job| Stretch::new(job.from, job.to.unwrap_or(last)))
        .any(|job| job.within(&cycle).is_some())
}
