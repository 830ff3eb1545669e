//! A locker made of answers, for the rules to judge; nobody keeps it.
//!
//! What the answers do not tell is taken for granted and said on the page: that work was paid and
//! the degree came before it, that everything ends today, that trainings were taught and name an
//! area, that supervision came from somebody endorsed. Ratings, signatures, memberships and areas
//! are not asked about, and so they are not there.

use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::Locker;
use rules::locker::{
    Ages, Education, Leadership, Minutes, Provider, Rsc, Setting, Standing, Training, Work,
    WorkKind,
};

use crate::programs::questions::{Questions, Says};

/// A day before everything that the answers tell.
const LONG_AGO: Date = jiff::civil::date(1900, 1, 1);

/// The locker of somebody who has just what the answers say.
pub fn locker(questions: &Questions, says: &Says, today: Date) -> Locker {
    let mut locker = Locker::default();
    locker.education.extend(says.degree.map(|degree| Education {
        id: "degree".into(),
        degree,
        title: String::new(),
        institution: String::new(),
        field: String::new(),
        conferred: Some(LONG_AGO),
        transcript: None,
    }));
    let ages = says.ages.map(|it| Ages { from: it.from, to: it.to });
    let job = |id: &str, kinds: Vec<WorkKind>, years| Work {
        id: id.into(),
        role: String::new(),
        employer: String::new(),
        from: years_before(today, years),
        to: None,
        paid: Some(true),
        kinds,
        families: None,
        ages_months: ages,
        focus: None,
    };
    locker.work.extend(says.years.map(|it| job("work", says.kinds.clone(), it)));
    let gives = vec![WorkKind::ProvidesRsc];
    locker.work.extend(says.provides_years.map(|it| job("gives", gives, it)));
    locker.trainings.extend(says.training_hours.map(|hours| Training {
        id: "training".into(),
        title: String::new(),
        trainer: String::new(),
        from: years_before(today, 1),
        to: today,
        form: None,
        minutes: Minutes { imh: hours.saturating_mul(60), rsc: 0, dei: 0 },
        didactic: Some(true),
        competencies: vec![questions.area.clone()],
    }));
    locker.rsc.extend(says.rsc_hours.map(|hours| supervision(questions, says, (hours, today))));
    locker.leadership.extend(says.leads.iter().map(|track| Leadership {
        id: format!("{track:?}").into(),
        activity: String::new(),
        track: *track,
        from: years_before(today, says.leads_years.unwrap_or_default()),
        to: None,
    }));
    locker
}

fn supervision(questions: &Questions, says: &Says, (hours, today): (u32, Date)) -> Rsc {
    let held = |category: &String| Standing {
        category: category.as_str().into(),
        from: LONG_AGO,
        to: None,
    };
    Rsc {
        id: "supervision".into(),
        from: years_before(today, 1),
        to: today,
        minutes: hours.saturating_mul(60),
        setting: Setting::Group,
        about: None,
        // Of several kinds of work, nobody said beside which it was.
        during: match says.kinds.as_slice() {
            [only] => Some(*only),
            _ => None,
        },
        provider: Some(Provider {
            name: String::new(),
            standings: questions.providers.iter().map(held).collect(),
        }),
    }
}

/// The first of so many whole years that end today.
fn years_before(today: Date, years: u16) -> Date {
    let before = today.checked_sub(i64::from(years).years()).unwrap_or(LONG_AGO);
    before.tomorrow().unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rules::{RequirementId, Stage, assess};

    use super::*;
    use crate::app::programs;

    #[test]
    fn two_years_said_are_two_years_to_the_rules_and_one_is_not() {
        let program = programs().unwrap().of("ct-aimh").unwrap();
        let today = date(2026, 3, 2);
        let policy = program.policy_on("ifs", today).unwrap();
        let met = |years| {
            let says = Says {
                kinds: vec![WorkKind::Prevention],
                years: Some(years),
                rsc_hours: Some(24),
                training_hours: Some(30),
                ..Says::default()
            };
            let locker = locker(&program.questions, &says, today);
            let found = assess(policy, &locker, today, Stage::Submission);
            let met = |id| found.finding(id).unwrap().status.is_met();
            [
                met(RequirementId::WorkPrevention),
                met(RequirementId::RscTotal),
                met(RequirementId::TrainingTotal),
            ]
        };

        assert_eq!(met(2), [true, true, true]);
        assert_eq!(met(1), [false, true, true]);
    }

    #[test]
    fn nothing_said_is_an_empty_locker() {
        let program = programs().unwrap().of("ct-aimh").unwrap();

        let empty = locker(&program.questions, &Says::default(), date(2026, 3, 2));

        assert_eq!(empty, Locker::default());
    }
}
