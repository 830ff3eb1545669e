//! The engine: reads a locker by a policy as of a day, and explains.

mod agreements;
mod base;
mod competencies;
mod days;
mod education;
mod exam;
mod leadership;
mod matching;
mod membership;
mod references;
pub(crate) mod rsc;
pub(crate) mod tally;
pub(crate) mod training;
mod work;

use alloc::vec::Vec;

use jiff::civil::Date;

use crate::assessment::{Assessment, EmergingStanding, Finding, Status, Step};
use crate::locker::Locker;
use crate::policy::{Areas, Ask, AskEducation, Emerging, Policy, Requirement, Stage};
use crate::renewal::Volunteered;
use tally::Answer;

/// Assesses a locker by a policy, as of a day.
///
/// Total: every locker gets an assessment, and every requirement a finding. What is short is an
/// answer, not an error. The assessment advises; a named person decides.
#[must_use]
pub fn assess(policy: &Policy, locker: &Locker, on: Date, stage: Stage) -> Assessment {
    let mut scene = Scene::new(policy, locker, on);
    let is_last = |it: &(&Requirement, u16)| matches!(it.0.ask, Ask::Competencies(_));
    let (last, first): (Vec<_>, Vec<_>) = policy.requirements.iter().zip(0..).partition(is_last);
    let mut findings: Vec<Finding> =
        first.iter().map(|(it, place)| scene.find(it, *place)).collect();
    scene.shows_practice = shows_practice(&first, &findings, &scene);
    findings.extend(last.iter().map(|(it, place)| scene.find(it, *place)));
    findings.sort_by_key(|it| it.place);
    let own: Vec<_> = findings.iter().map(|it| (it.id, it.status)).collect();
    for (finding, requirement) in findings.iter_mut().zip(&policy.requirements) {
        let Some(other) = requirement.or else { continue };
        let other = own.iter().find(|(id, _)| *id == other);
        if let Some((id, status)) = other
            && *status < finding.status
        {
            finding.status = *status;
            if *status == Status::Met {
                finding.step = None;
                finding.met_by = Some(*id);
            }
        }
    }
    let emerging = policy.emerging.as_ref().map(|it| emerging(it, &findings, stage));
    Assessment {
        association: policy.association.clone(),
        category: policy.category.clone(),
        version: policy.version.clone(),
        effective_from: policy.effective_from,
        effective_to: policy.effective_to,
        on,
        stage,
        findings,
        emerging,
    }
}

/// Whether there is work or supervision that counts, or may: it shows competencies that no entry names.
/// Where the category asks for none of a kind, nothing says that an entry of it would not count.
fn shows_practice(asked: &[(&Requirement, u16)], findings: &[Finding], scene: &Scene<'_>) -> bool {
    let counts = |is_kind: fn(&Ask) -> bool| {
        let of_kind = asked.iter().zip(findings).filter(|((it, _), _)| is_kind(&it.ask));
        let may = |it: &Finding| {
            !it.counted_entries.is_empty() || it.excluded_entries.iter().any(|it| it.in_doubt)
        };
        of_kind.map(|(_, it)| may(it)).reduce(|one, other| one || other)
    };
    let works = || scene.locker.work.iter().any(|it| it.from <= scene.on);
    let reflects = || scene.locker.rsc.iter().any(|it| it.to <= scene.on);
    counts(|it| matches!(it, Ask::Work(_))).unwrap_or_else(works)
        || counts(|it| matches!(it, Ask::Rsc(_))).unwrap_or_else(reflects)
}

/// What the others come to if some may still be open.
fn emerging(rule: &Emerging, findings: &[Finding], stage: Stage) -> EmergingStanding {
    let asked = findings.iter().filter(|it| it.stage <= stage);
    let (open, rest): (Vec<&Finding>, Vec<&Finding>) =
        asked.partition(|it| rule.open.contains(&it.id));
    EmergingStanding {
        status: rest.iter().map(|it| it.status).max().unwrap_or(Status::Met),
        still_open: open.iter().filter(|it| !it.status.is_met()).map(|it| it.id).collect(),
        months: rule.months,
    }
}

/// What every rule looks at.
pub(crate) struct Scene<'a> {
    pub(crate) locker: &'a Locker,
    /// Nothing later counts.
    pub(crate) on: Date,
    /// Nothing earlier counts, for a renewal.
    pub(crate) since: Option<Date>,
    /// When what has to follow a degree begins.
    pub(crate) graduate: Graduate,
    /// Whether each of the locker's trainings names a competency area that there is.
    pub(crate) shows_area: Vec<bool>,
    /// Whether work or supervision counts, or may: found before the competencies are.
    pub(crate) shows_practice: bool,
    /// Hours given to the association.
    pub(crate) volunteered: &'a [Volunteered],
}

/// The first day that is after the first qualifying degree.
#[derive(Clone, Copy, Default)]
pub(crate) struct Graduate {
    /// After a degree that qualifies.
    pub(crate) surely_from: Option<Date>,
    /// After a degree that may qualify, if a person finds so; never later than `surely_from`.
    pub(crate) maybe_from: Option<Date>,
}

impl<'a> Scene<'a> {
    fn new(policy: &'a Policy, locker: &'a Locker, on: Date) -> Self {
        let asked = policy.requirements.iter().find_map(|it| match &it.ask {
            Ask::Education(ask) => Some(ask),
            _ => None,
        });
        let graduate = asked.map_or_else(Graduate::default, |ask| graduate(ask, locker, on));
        let shows_area = shows_area(locker, Some(&policy.areas));
        let (since, shows_practice) = (None, false);
        Self { locker, on, since, graduate, shows_area, shows_practice, volunteered: &[] }
    }

    /// The scene of a renewal: a stretch of days, and no degree to follow.
    pub(crate) fn of_cycle(
        locker: &'a Locker,
        (since, on): (Date, Date),
        volunteered: &'a [Volunteered],
    ) -> Self {
        let graduate = Graduate::default();
        let shows_area = shows_area(locker, None);
        let (since, shows_practice) = (Some(since), false);
        Self { locker, on, since, graduate, shows_area, shows_practice, volunteered }
    }

    /// The finding about one requirement.
    pub(crate) fn find(&self, requirement: &Requirement, place: u16) -> Finding {
        let answer: Answer = match &requirement.ask {
            Ask::Education(ask) => education::find(ask, self),
            Ask::Work(ask) => work::find(ask, self),
            Ask::Leadership(ask) => leadership::find(ask, self),
            Ask::Training(ask) => training::find(ask, self),
            Ask::Rsc(ask) => rsc::find(ask, self),
            Ask::References(ask) => references::find(ask, self),
            Ask::Agreement(ask) => agreements::find(ask, self),
            Ask::Membership(ask) => membership::find(ask, self),
            Ask::Competencies(ask) => competencies::find(ask, self),
            Ask::Exam(ask) => exam::find(ask, self),
            Ask::BaseEndorsement(ask) => base::find(ask, self),
        };
        let answer = if requirement.advisory { advice(answer) } else { answer };
        Finding {
            id: requirement.id,
            place,
            stage: requirement.stage,
            status: answer.status,
            unit: answer.unit,
            required: answer.required,
            counted: answer.tally.counted,
            in_doubt: answer.tally.in_doubt,
            counted_entries: answer.tally.counted_entries,
            excluded_entries: answer.tally.excluded_entries,
            step: answer.step,
            met_by: None,
            is_excused: false,
            source: requirement.source.clone(),
        }
    }
}

/// Whether each training names an area; any name will do where nobody has said which there are.
/// Looked up once for all the requirements that ask it.
fn shows_area(locker: &Locker, areas: Option<&Areas>) -> Vec<bool> {
    let is_area = |name: &str| areas.map_or(!name.trim().is_empty(), |it| it.has(name));
    let trainings = locker.trainings.iter();
    trainings.map(|it| it.competencies.iter().any(|name| is_area(name))).collect()
}

/// Advice is never unmet; what is short is for a person to weigh.
fn advice(answer: Answer) -> Answer {
    match answer.status {
        Status::Unmet => {
            Answer { status: Status::NeedsPerson, step: Some(Step::HaveLooked), ..answer }
        }
        Status::Met | Status::NeedsPerson => answer,
    }
}

fn graduate(ask: &AskEducation, locker: &Locker, on: Date) -> Graduate {
    // A degree conferred on the last day of the calendar has no day after it.
    let first_after = |among: &[crate::locker::Degree]| {
        locker
            .education
            .iter()
            .filter(|it| among.contains(&it.degree))
            .filter_map(|it| it.conferred)
            .filter(|day| *day <= on)
            .min()
            .and_then(|day| day.tomorrow().ok())
    };
    let surely_from = first_after(&ask.degrees);
    let doubtful = first_after(&ask.in_doubt);
    let maybe_from = match (surely_from, doubtful) {
        (Some(sure), Some(doubtful)) => Some(sure.min(doubtful)),
        (sure, doubtful) => sure.or(doubtful),
    };
    Graduate { surely_from, maybe_from }
}
