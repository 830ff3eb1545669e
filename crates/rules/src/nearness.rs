//! How near a locker is to each of several categories: what is missing, added up, the nearest first.
//!
//! Everything that a policy asks counts the same, and half of it is half: whoever has 15 of 30 hours
//! lacks half a requirement. Only what surely counts is there; what is in doubt is not. Weights for
//! what is hard and what is easy would be opinions, so there are none.
//!
//! - Alternatives (a degree, or two years of work) are asked once, and the nearer one counts.
//! - A total and its parts (hours of training, and those of them about one subject) are asked once:
//!   what is missing is the total's gap or the sum of the parts' gaps, whichever is more.
//! - Where no rule is known how much is asked, nothing at all is a whole requirement missing, and
//!   anything the least that can be: what is not known is neither zero nor out of reach.
//! - An add-on whose base is not held lacks what the nearest base lacks as well.

use alloc::vec::Vec;
use core::cmp::Reverse;

use jiff::civil::Date;

use crate::assess::assess;
use crate::assessment::{Assessment, Finding, Status};
use crate::locker::Locker;
use crate::policy::{Ask, Policy, RequirementId, Stage};

/// One whole requirement, in the unit of [`Nearness::missing`].
pub const WHOLE: u32 = 1000;

/// How near a locker is to a category.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Nearness {
    /// What is missing, in thousandths of requirements; 0 if and only if everything is met.
    pub missing: u32,
    /// What is asked in all, in the same unit; never less than `missing`.
    pub asked: u32,
    /// How many requirements are unmet, alternatives and parts each for themselves.
    pub unmet: u32,
    /// How many need a person.
    pub to_look_at: u32,
}

impl Nearness {
    /// What is there, in thousandths of requirements.
    ///
    /// ```
    /// # use rules::nearness::Nearness;
    /// let half = Nearness { missing: 500, asked: 1000, ..Nearness::default() };
    /// assert_eq!(half.there(), 500);
    /// ```
    #[must_use]
    pub fn there(&self) -> u32 {
        self.asked.saturating_sub(self.missing)
    }

    /// What to sort by: what is missing; and of two that lack the same, where more is there.
    #[must_use]
    pub fn rank(&self) -> (u32, Reverse<u32>) {
        (self.missing, Reverse(self.asked))
    }
}

/// A policy, what it says about a locker, and how near that is.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// What it says.
    pub assessment: Assessment,
    /// How near the locker is.
    pub nearness: Nearness,
}

/// Assesses a locker by several policies as of a day, and puts the nearest first. Those that are
/// equally near stay in the order given. Total, like [`crate::assess()`].
#[must_use]
pub fn nearest_first<'a>(
    policies: impl IntoIterator<Item = &'a Policy>,
    locker: &Locker,
    on: Date,
    stage: Stage,
) -> Vec<Compared<'a>> {
    let mut all: Vec<Compared<'a>> = policies
        .into_iter()
        .map(|policy| {
            let assessment = assess(policy, locker, on, stage);
            let nearness = nearness(policy, &assessment);
            Compared { policy, assessment, nearness }
        })
        .collect();
    let on_bases: Vec<Nearness> = all.iter().map(|it| with_base(it, &all)).collect();
    for (it, nearness) in all.iter_mut().zip(on_bases) {
        it.nearness = nearness;
    }
    all.sort_by_key(|it| it.nearness.rank());
    all
}

/// How near a locker is to what a policy asks, by what the policy says about it. An endorsement to
/// build on is one requirement here; [`nearest_first`] looks at what that one lacks.
#[must_use]
pub fn nearness(policy: &Policy, assessment: &Assessment) -> Nearness {
    let findings: Vec<&Finding> = assessment.of_stage().collect();
    let mut sum = Nearness::default();
    for finding in &findings {
        sum.unmet += u32::from(finding.status == Status::Unmet);
        sum.to_look_at += u32::from(finding.status == Status::NeedsPerson);
        let Some(missing) = missing_of(policy, finding, &findings) else { continue };
        sum.asked = sum.asked.saturating_add(WHOLE);
        sum.missing = sum.missing.saturating_add(missing);
    }
    sum
}

/// What is missing of what a finding stands for; `None` if another finding stands for it.
fn missing_of(policy: &Policy, finding: &Finding, all: &[&Finding]) -> Option<u32> {
    if let Some(family) = family(finding.id) {
        let of_family = || all.iter().copied().filter(|it| self::family(it.id) == Some(family));
        let is_first = of_family().next().is_some_and(|it| it.id == finding.id);
        return is_first.then(|| of_whole_and_parts(of_family()));
    }
    let or = |id: RequirementId| policy.requirement(id).and_then(|it| it.or);
    let other = or(finding.id).and_then(|id| all.iter().find(|it| it.id == id));
    let Some(other) = other else { return Some(of_one(finding)) };
    let is_mutual = or(other.id) == Some(finding.id);
    // The first of two that stand for each other is asked for both.
    let first = if is_mutual { finding.place.min(other.place) } else { finding.place };
    (first == finding.place).then(|| of_one(finding).min(of_one(other)))
}

/// The family of a requirement that is a total or a part of one.
fn family(id: RequirementId) -> Option<&'static str> {
    let (family, _) = id.as_str().split_once('.')?;
    matches!(family, "training" | "rsc").then_some(family)
}

fn is_total(id: RequirementId) -> bool {
    matches!(id, RequirementId::TrainingTotal | RequirementId::RscTotal)
}

/// How much is asked and how much of that is missing.
#[derive(Clone, Copy, Default)]
struct Gap {
    asked: u64,
    missing: u64,
}

impl Gap {
    fn of(finding: &Finding) -> Option<Self> {
        let asked = finding.required?;
        Some(Self { asked, missing: asked.saturating_sub(finding.counted) })
    }

    fn and(self, other: Self) -> Self {
        Self {
            asked: self.asked.saturating_add(other.asked),
            missing: self.missing.saturating_add(other.missing),
        }
    }

    /// The share that is missing, in thousandths, rounded up.
    fn share(self) -> u32 {
        let whole = u64::from(WHOLE);
        let share = self.missing.min(self.asked).saturating_mul(whole).div_ceil(self.asked.max(1));
        u32::try_from(share).unwrap_or(WHOLE).min(WHOLE)
    }
}

/// What is missing of a requirement by itself.
fn of_one(finding: &Finding) -> u32 {
    if finding.status.is_met() {
        return 0;
    }
    // Not met, so that something is missing, be it a person's look.
    Gap::of(finding).map_or_else(|| unknown(finding.counted), Gap::share).max(1)
}

/// What is missing of a total and its parts together.
fn of_whole_and_parts<'a>(of_family: impl Iterator<Item = &'a Finding>) -> u32 {
    let (mut total, mut parts): (Option<Gap>, Option<Gap>) = (None, None);
    let (mut counted, mut all_met) = (0, true);
    for finding in of_family {
        counted = counted.max(finding.counted);
        all_met &= finding.status.is_met();
        let met_otherwise = finding.status.is_met() && finding.met_by.is_some();
        let Some(gap) = Gap::of(finding).filter(|_| !met_otherwise) else { continue };
        let sum = if is_total(finding.id) { &mut total } else { &mut parts };
        *sum = Some(sum.unwrap_or_default().and(gap));
    }
    if all_met {
        return 0;
    }
    let share = match (total, parts) {
        (None, None) => unknown(counted),
        (Some(gap), None) | (None, Some(gap)) => gap.share(),
        (Some(total), Some(parts)) => {
            Gap { asked: total.asked.max(parts.asked), missing: total.missing.max(parts.missing) }
                .share()
        }
    };
    share.max(1)
}

/// Where no rule is known how much is asked.
fn unknown(counted: u64) -> u32 {
    if counted == 0 { WHOLE } else { 1 }
}

/// The nearness of an add-on with that of the nearest base among those compared, unless it is held.
fn with_base(it: &Compared<'_>, all: &[Compared<'_>]) -> Nearness {
    let own = it.nearness;
    let bases = it.policy.requirements.iter().find_map(|it| match &it.ask {
        Ask::BaseEndorsement(ask) => Some(&ask.categories),
        _ => None,
    });
    let lacks = |finding: &Finding| {
        finding.id == RequirementId::BaseEndorsement && !finding.status.is_met()
    };
    let Some(bases) = bases.filter(|_| it.assessment.of_stage().any(lacks)) else { return own };
    let nearest = all
        .iter()
        .filter(|other| bases.contains(&other.policy.category))
        .filter(|other| other.policy.category != it.policy.category)
        .map(|other| other.nearness)
        .min_by_key(Nearness::rank);
    let Some(base) = nearest else { return own };
    // The base stands in the place of the one requirement that it is.
    Nearness {
        missing: own.missing.saturating_add(base.missing.saturating_sub(WHOLE)),
        asked: own.asked.saturating_add(base.asked.saturating_sub(WHOLE)),
        unmet: own.unmet.saturating_add(base.unmet),
        to_look_at: own.to_look_at.saturating_add(base.to_look_at),
    }
}
