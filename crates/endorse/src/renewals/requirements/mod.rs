//! What a cycle asks and how it stands, for a page.

use db::Tx;
use rules::policy::RenewalPolicy;
use rules::{Assessment, Holder, Locker, assess_renewals};

use super::rows::Renewal;
use crate::assessments::{self, Row, Section, Whose};
use crate::endorsements::Endorsement;
use crate::i18n::Lang;
use crate::identity::Seat;
use crate::programs::Program;

/// The locker of an endorsed person and what a cycle asks of it today, beside the person's other
/// endorsements.
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
    let cycle = renewal.cycle;
    let policy = |category: &str| policy(seat.program, category);
    let others = renewed_besides(seat.program, &locker, (&it.category, cycle));
    let policies: Vec<RenewalPolicy> =
        std::iter::once(it.category.as_str()).chain(others).map(policy).collect();
    let holders: Vec<Holder> =
        policies.iter().map(|it| Holder::of(it, &locker, it.cycle(cycle))).collect();
    let all = assess_renewals(policies.iter().zip(&holders), &locker, cycle, seat.today());
    let own = all.into_iter().next().ok_or_else(|| anyhow::anyhow!("nothing was assessed"))?;
    Ok((locker, own))
}

/// What an association asks of those who renew in a category; nothing where no rule is known.
fn policy(program: &Program, category: &str) -> RenewalPolicy {
    let years = u16::from(program.association.renewal.cycle_years);
    let unknown = || RenewalPolicy::without_rules(&program.id, category, years);
    program.renewal(category).cloned().unwrap_or_else(unknown)
}

/// The other categories of the association's that the person holds and renews in the same cycle.
fn renewed_besides<'l>(
    program: &Program,
    locker: &'l Locker,
    (category, year): (&str, i16),
) -> Vec<&'l str> {
    let cycle = policy(program, category).cycle(year);
    let mut others: Vec<&str> = Vec::new();
    for held in &locker.endorsements {
        let is_of_the_cycle =
            held.from <= cycle.last_day() && held.to.is_none_or(|to| cycle.first_day() <= to);
        let is_other = *held.association == *program.id && *held.category != *category;
        if is_of_the_cycle && is_other && !others.contains(&&*held.category) {
            others.push(&held.category);
        }
    }
    others
}

/// What else is renewed with the same cycle, and whether the same hours serve it; `None` if nothing is.
pub(super) fn together(
    program: &Program,
    locker: &Locker,
    (category, cycle): (&str, i16),
    lang: Lang,
) -> Option<String> {
    let others = renewed_besides(program, locker, (category, cycle));
    if others.is_empty() {
        return None;
    }
    let name = |id: &&str| program.category(id).map_or(*id, |it| it.name.get(lang)).to_owned();
    let key = match policy(program, category).same_evidence {
        Some(true) => "renewal-together-same",
        Some(false) => "renewal-together-divided",
        None => "renewal-together-unknown",
    };
    let others: Vec<String> = others.iter().map(name).collect();
    Some(lang.say1(key, "others", lang.list(&others)))
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
        // Where no rule is known, no entry closes the gap.
        let is_open = |it: &&mut Row| it.step.is_some() && !it.is_unruled;
        for row in sections.iter_mut().flat_map(|it| &mut it.rows).filter(is_open) {
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
