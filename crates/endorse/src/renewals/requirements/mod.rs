//! What a cycle asks and how it stands, for a page.

use db::Tx;
use rules::policy::RenewalPolicy;
use rules::{Assessment, Locker, assess_renewal};

use super::rows::Renewal;
use crate::assessments::{self, Section, Whose};
use crate::endorsements::Endorsement;
use crate::i18n::Lang;
use crate::identity::Seat;
use crate::programs::Program;

/// The locker of an endorsed person and what a cycle asks of it today.
pub(super) async fn assess(
    tx: &mut Tx,
    seat: &Seat,
    (renewal, it): (&Renewal, &Endorsement),
) -> anyhow::Result<(Locker, Assessment)> {
    let whose = Whose {
        association: seat.association(),
        person: renewal.person_id,
        name: &it.name,
        application: None,
    };
    let locker = assessments::locker_of(tx, whose, &seat.zone).await?;
    let years = u16::from(seat.program.association.renewal.cycle_years);
    let unknown = || RenewalPolicy::without_rules(seat.association(), &it.category, years);
    let policy = seat.program.renewal(&it.category).cloned().unwrap_or_else(unknown);
    let assessment = assess_renewal(&policy, &locker, renewal.cycle, seat.today());
    Ok((locker, assessment))
}

/// What was frozen when it was handed in; `None` while it is in the person's hands.
pub(super) fn frozen(renewal: &Renewal) -> anyhow::Result<Option<(Locker, Assessment)>> {
    match (&renewal.locker, &renewal.assessment, renewal.submitted_at) {
        (Some(locker), Some(assessment), Some(_)) => {
            Ok(Some((serde_json::from_str(locker)?, serde_json::from_str(assessment)?)))
        }
        _ => Ok(None),
    }
}

/// The requirements with their ledgers. For the person, doors lead to where a gap is closed, and
/// from the Code of Ethics back to `path`; for others nothing leads into the locker.
pub(super) fn sections(
    program: &Program,
    (locker, assessment): &(Locker, Assessment),
    (lang, path): (Lang, Option<&str>),
) -> Vec<Section> {
    let rows = assessments::findings(program, program, assessment, locker, lang);
    let mut sections = assessments::sections(rows, None, lang);
    if let Some(path) = path {
        for row in sections.iter_mut().flat_map(|it| &mut it.rows).filter(|it| it.step.is_some()) {
            let word = lang.say("renewal-go-there").into_owned();
            row.door = door(row.id, path).map(|href| (lang.href(&href), word));
        }
    }
    sections
}

fn door(id: &str, path: &str) -> Option<String> {
    let family = id.split('.').next().unwrap_or_default();
    match (family, id) {
        ("training", _) => Some("/locker/trainings".to_owned()),
        ("rsc", _) => Some("/locker/rsc".to_owned()),
        (_, "membership") => Some("/payments".to_owned()),
        (_, "agreement.code-of-ethics") => Some(format!("/agreements/code-of-ethics?then={path}")),
        _ => None,
    }
}
