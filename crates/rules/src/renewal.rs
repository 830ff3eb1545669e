//! Renewal: what a cycle asks of an endorsed person, and what the same locker holds.

use alloc::format;
use alloc::sync::Arc;
use alloc::vec::Vec;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::assess::Scene;
use crate::assessment::{Assessment, Finding, Status, Step};
use crate::intervals::{Stretch, years_later};
use crate::locker::{EntryId, Locker, WorkKind};
use crate::policy::{
    Ask, Cycle, Exemption, Proof, RenewalPolicy, RenewalRequirement, Since, Stage,
};

/// Hours given to the association: as advisor, reviewer, examiner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Volunteered {
    /// By which findings point at it.
    pub id: EntryId,
    /// The day.
    pub on: Date,
    /// Clock minutes.
    pub minutes: u32,
}

/// What is known of somebody who renews, besides the evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// The day on which the application was submitted; `None` where not known.
    pub applied_on: Option<Date>,
    /// The day on which the endorsement was given; `None` where not known.
    pub endorsed_on: Option<Date>,
    /// Hours given to the association.
    pub volunteered: Vec<Volunteered>,
}

impl Holder {
    /// What the locker itself tells: since when the person has had the category without giving it
    /// up before the cycle.
    #[must_use]
    pub fn of(policy: &RenewalPolicy, locker: &Locker, cycle: Cycle) -> Self {
        let held = locker.endorsements.iter().filter(|it| it.category == policy.category);
        let not_over = held.filter(|it| it.to.is_none_or(|to| cycle.first_day() <= to));
        Self { endorsed_on: not_over.map(|it| it.from).min(), ..Self::default() }
    }
}

/// Assesses a locker for the renewal of the cycle that has the calendar year in it, as of a day.
///
/// Total like [`crate::assess()`]. The cycle's first and last day stand as the version's dates; what
/// is dated before or after the cycle does not count. What is known of the person beside the
/// evidence is what the locker tells.
#[must_use]
pub fn assess_renewal(policy: &RenewalPolicy, locker: &Locker, year: i16, on: Date) -> Assessment {
    let holder = Holder::of(policy, locker, policy.cycle(year));
    renewal_of(policy, locker, &holder, (year, on))
}

/// Assesses a locker for the renewals of all endorsements of a person: the same hours serve each,
/// where the association's rule says so. Where no rule is known, hours that are there are for a
/// person, if there is more than one endorsement to renew.
#[must_use]
pub fn assess_renewals<'a>(
    renewing: impl IntoIterator<Item = (&'a RenewalPolicy, &'a Holder)>,
    locker: &Locker,
    year: i16,
    on: Date,
) -> Vec<Assessment> {
    let renewing: Vec<_> = renewing.into_iter().collect();
    let is_one = renewing.len() < 2;
    let each = renewing.into_iter().map(|(policy, holder)| {
        let mut found = renewal_of(policy, locker, holder, (year, on));
        let step = match policy.same_evidence {
            Some(true) => return found,
            _ if is_one => return found,
            Some(false) => Step::HaveLooked,
            None => Step::AskAssociation,
        };
        for finding in found.findings.iter_mut().filter(|it| it.status.is_met() && !it.is_excused) {
            if rule_of(policy, finding).is_some_and(|it| is_hours(&it.rule.ask)) {
                finding.status = Status::NeedsPerson;
                finding.step = Some(step.clone());
            }
        }
        found
    });
    each.collect()
}

/// As [`assess_renewal`], for somebody of whom more is known than the locker tells.
#[must_use]
pub fn renewal_of(
    policy: &RenewalPolicy,
    locker: &Locker,
    holder: &Holder,
    (year, on): (i16, Date),
) -> Assessment {
    let cycle = policy.cycle(year);
    let (first, last) = (cycle.first_day(), cycle.last_day());
    let scene = Scene::of_cycle(locker, (first, on.min(last)), &holder.volunteered);
    let gives = gives_supervision(locker, first, last);
    let excuse = policy.exemption.as_ref().map(|it| (it, excused(it, holder, cycle)));
    let asked = policy.requirements.iter().zip(0..).filter(|(it, _)| {
        it.from_cycle.is_none_or(|from| from <= cycle.last_year)
            && it.to_cycle.is_none_or(|to| cycle.last_year <= to)
            && it.if_provides_rsc.is_none_or(|asked| asked == gives)
            && holds_for(it, holder, cycle) != Answer::No
    });
    let findings = asked.map(|(it, place)| {
        let mut finding = scene.find(&it.rule, place);
        if holds_for(it, holder, cycle) == Answer::Unknown {
            for_a_person(&mut finding, Step::HaveLooked);
        }
        if policy.proof == Some(Proof::Attestation) && is_hours(&it.rule.ask) {
            for_a_person(&mut finding, Step::Attest);
        }
        match excuse {
            Some((rule, _)) if rule.asked_still.contains(&finding.id) => {}
            Some((_, Answer::Yes)) => {
                finding.status = Status::Met;
                finding.step = None;
                finding.is_excused = true;
            }
            Some((_, Answer::Unknown)) => for_a_person(&mut finding, Step::HaveLooked),
            Some((_, Answer::No)) | None => {}
        }
        finding
    });
    Assessment {
        association: policy.association.clone(),
        category: policy.category.clone(),
        version: Arc::from(format!("renewal-{}", cycle.last_year)),
        effective_from: Some(first),
        effective_to: Some(last),
        on,
        stage: Stage::Submission,
        findings: findings.collect(),
        emerging: None,
    }
}

/// What is short may not be asked at all, or need not be shown: that is for a person.
fn for_a_person(finding: &mut Finding, step: Step) {
    if finding.status == Status::Unmet {
        finding.status = Status::NeedsPerson;
        finding.step = Some(step);
    }
}

fn rule_of<'a>(policy: &'a RenewalPolicy, finding: &Finding) -> Option<&'a RenewalRequirement> {
    policy.requirements.get(usize::from(finding.place))
}

fn is_hours(ask: &Ask) -> bool {
    matches!(ask, Ask::Training(_) | Ask::Rsc(_))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    Unknown,
}

/// Whether a rule is meant for somebody who has had the category for as long. Of somebody of whom
/// that is not known, the fuller duty is asked.
fn holds_for(rule: &RenewalRequirement, holder: &Holder, cycle: Cycle) -> Answer {
    if rule.held_years.is_none() && rule.held_less_than_years.is_none() {
        return Answer::Yes;
    }
    let Some(since) = holder.endorsed_on else {
        return if rule.held_years.is_some() { Answer::No } else { Answer::Unknown };
    };
    let has_held =
        |years: u16| years_later(since, years).is_some_and(|day| day <= cycle.first_day());
    let long_enough = rule.held_years.is_none_or(has_held);
    let short_enough = rule.held_less_than_years.is_none_or(|years| !has_held(years));
    if long_enough && short_enough { Answer::Yes } else { Answer::No }
}

/// Whether somebody is excused from a cycle.
fn excused(rule: &Exemption, holder: &Holder, cycle: Cycle) -> Answer {
    let within = |day: Date| {
        let end = i32::from(day.year()).saturating_add(i32::from(rule.years));
        if i32::from(cycle.last_year) <= end { Answer::Yes } else { Answer::No }
    };
    match (rule.since, holder.applied_on, holder.endorsed_on) {
        (Since::ApplicationYear, Some(applied), _) => within(applied),
        // Nobody is endorsed before the application: if even then it were too late, it is.
        (Since::ApplicationYear, None, Some(endorsed)) if within(endorsed) == Answer::No => {
            Answer::No
        }
        (Since::EndorsementYear, _, Some(endorsed)) => within(endorsed),
        (Since::EndorsementDay, _, Some(endorsed)) => {
            let full = years_later(endorsed, rule.years);
            if full.is_some_and(|day| day <= cycle.last_day()) { Answer::No } else { Answer::Yes }
        }
        _ => Answer::Unknown,
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
