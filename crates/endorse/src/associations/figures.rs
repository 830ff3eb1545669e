//! What a requirement asks, as the figure that a page shows large.

use rules::policy::Ask;
use rules::{Policy, RequirementId, Unit};

use crate::i18n::Lang;
use crate::programs::wording;

/// How much is asked, of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// So many clock minutes, shown as hours.
    Minutes(u32),
    /// So many years.
    Years(u16),
    /// So many things.
    Count(usize, Of),
    /// No rule is known; which is not the same as nothing.
    Unknown,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Degrees,
    Ratings,
    Signatures,
    Memberships,
    Areas,
    Parts,
    Endorsements,
}

/// The figure of a requirement.
pub(super) fn figure(ask: &Ask) -> Figure {
    let years = |years: Option<u16>| years.map_or(Figure::Unknown, Figure::Years);
    let minutes = |minutes: Option<u32>| minutes.map_or(Figure::Unknown, Figure::Minutes);
    let each = |listed: usize, of| match listed {
        0 => Figure::Unknown,
        listed => Figure::Count(listed, of),
    };
    match ask {
        Ask::Education(_) => Figure::Count(1, Of::Degrees),
        Ask::Work(ask) => years(ask.years),
        Ask::Leadership(ask) => years(ask.years),
        Ask::Training(ask) => minutes(ask.minutes),
        Ask::Rsc(ask) => minutes(ask.minutes),
        Ask::References(ask) => each(ask.slots.len(), Of::Ratings),
        Ask::Agreement(_) => Figure::Count(1, Of::Signatures),
        Ask::Membership(_) => Figure::Count(1, Of::Memberships),
        Ask::Competencies(ask) => each(ask.areas().len(), Of::Areas),
        Ask::Exam(ask) => each(ask.parts.len(), Of::Parts),
        Ask::BaseEndorsement(_) => Figure::Count(1, Of::Endorsements),
    }
}

impl Figure {
    /// Whether a rule is known.
    pub(super) fn is_known(self) -> bool {
        self != Self::Unknown
    }

    /// The number alone: "48", in Spanish "7,5".
    pub(super) fn number(self, lang: Lang) -> String {
        match self {
            Self::Minutes(minutes) => lang.hours(i64::from(minutes)),
            Self::Years(years) => years.to_string(),
            Self::Count(count, _) => count.to_string(),
            Self::Unknown => String::new(),
        }
    }

    /// What stands beside the number: "h", "years", "degree".
    pub(super) fn unit(self, lang: Lang) -> String {
        let (n, key) = match self {
            Self::Minutes(_) => return lang.say("figure-hours").into_owned(),
            Self::Years(years) => (u64::from(years), "figure-years"),
            Self::Count(count, of) => (count as u64, of.key()),
            Self::Unknown => return String::new(),
        };
        lang.count(key, n)
    }

    /// Both, as in a sentence: "48 hours"; or that no rule is known.
    pub(super) fn words(self, lang: Lang) -> String {
        match self {
            Self::Minutes(minutes) => wording::amount(u64::from(minutes), Unit::Minutes, lang),
            Self::Unknown => lang.say("figure-unknown").into_owned(),
            _ => format!("{} {}", self.number(lang), self.unit(lang)),
        }
    }
}

impl Of {
    fn key(self) -> &'static str {
        match self {
            Self::Degrees => "figure-degrees",
            Self::Ratings => "figure-ratings",
            Self::Signatures => "figure-signatures",
            Self::Memberships => "figure-memberships",
            Self::Areas => "figure-areas",
            Self::Parts => "figure-parts",
            Self::Endorsements => "figure-endorsements",
        }
    }
}

/// A part of a whole, from where to where on its bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Which requirement.
    pub id: RequirementId,
    /// Where it begins, in minutes.
    pub from: u32,
    /// Where it ends, in minutes.
    pub to: u32,
}

/// The parts of the training asked, if they add up to the whole; empty if they nest, overlap or
/// leave a rest.
pub(super) fn training_parts(policy: &Policy) -> Vec<Part> {
    let asked = |id| match policy.requirement(id).map(|it| figure(&it.ask)) {
        Some(Figure::Minutes(minutes)) => Some(minutes),
        _ => None,
    };
    let mut parts: Vec<Part> = Vec::new();
    for id in [RequirementId::TrainingImh, RequirementId::TrainingRsc, RequirementId::TrainingDei] {
        if let Some(minutes) = asked(id) {
            let from = parts.last().map_or(0, |it| it.to);
            parts.push(Part { id, from, to: from.saturating_add(minutes) });
        }
    }
    let whole = asked(RequirementId::TrainingTotal);
    let adds_up = parts.len() > 1 && parts.last().map(|it| it.to) == whole;
    if adds_up { parts } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rules::policy::{AskLeadership, AskReferences, AskTraining};

    use super::*;
    use crate::app::programs;

    fn mentor(year: i16) -> &'static Policy {
        let program = programs().unwrap().of("ct-aimh").unwrap();
        program.policy_on("imhm-c", date(year, 6, 1)).unwrap()
    }

    fn asked(policy: &Policy, id: RequirementId) -> Figure {
        figure(&policy.requirement(id).unwrap().ask)
    }

    #[test]
    fn hours_come_from_minutes_and_years_are_years() {
        let policy = mentor(2026);

        let training = asked(policy, RequirementId::TrainingTotal);
        assert_eq!(training, Figure::Minutes(2880));
        assert_eq!((training.number(Lang::En), training.unit(Lang::En)), ("48".into(), "h".into()));
        assert_eq!(training.words(Lang::Es), "48 horas");
        let leading = asked(policy, RequirementId::Leadership);
        assert_eq!(leading.words(Lang::En), "3 years");
        assert_eq!(leading.words(Lang::Es), "3 años");
        assert_eq!(asked(policy, RequirementId::References).words(Lang::En), "3 ratings");
        assert_eq!(asked(policy, RequirementId::Education).words(Lang::En), "1 degree");
        assert_eq!(asked(policy, RequirementId::Exam).words(Lang::Es), "2 partes");
    }

    #[test]
    fn half_hours_are_shown_as_each_language_writes_them() {
        let half = Figure::Minutes(450);

        assert_eq!(half.number(Lang::En), "7.5");
        assert_eq!(half.number(Lang::Es), "7,5");
    }

    #[test]
    fn a_figure_that_no_source_states_is_unknown_and_not_zero() {
        let training = AskTraining::default();
        let references = AskReferences::default();
        let leadership = AskLeadership::default();

        for ask in
            [Ask::Training(training), Ask::References(references), Ask::Leadership(leadership)]
        {
            let figure = figure(&ask);
            assert_eq!(figure, Figure::Unknown, "{ask:?}");
            assert_eq!(figure.number(Lang::En), "");
            assert_eq!(figure.words(Lang::En), "no rule known");
        }
        let zero = AskTraining { minutes: Some(0), ..AskTraining::default() };
        assert_eq!(figure(&Ask::Training(zero)), Figure::Minutes(0), "a rule of zero is a rule");
    }

    #[test]
    fn since_2024_a_mentors_training_has_three_parts_and_before_they_nest() {
        let ends: Vec<_> = training_parts(mentor(2026)).iter().map(|it| it.to).collect();

        assert_eq!(ends, [1800, 2700, 2880]);
        assert_eq!(training_parts(mentor(2023)), []);
    }
}
