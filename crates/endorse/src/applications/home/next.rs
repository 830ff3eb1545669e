//! The single most useful next thing.

use rules::lifecycle::State;
use rules::{RequirementId, Status};

use super::super::gathering::Gathered;
use super::super::pinning;
use crate::assessments::Row;
use crate::identity::Applicant;

/// What to do next, and the button that leads there.
#[derive(Debug)]
pub(super) struct Next {
    pub title: String,
    pub text: String,
    pub href: String,
    pub button: String,
}

/// What helps most now: first what others need time for, then what is quick, then what is missing,
/// in the order of the rules. `None` where there is nothing for the applicant to do.
pub(super) fn next(of: &Gathered, rows: &[Row], me: &Applicant) -> Option<Next> {
    let lang = me.lang;
    let at = format!("/applications/{}", of.application.id);
    let simple = |key: &str, href: &str| Next {
        title: lang.say(&format!("applications-next-{key}")).into_owned(),
        text: lang.say(&format!("applications-next-{key}-text")).into_owned(),
        href: lang.href(href),
        button: lang.say(&format!("applications-next-{key}-do")).into_owned(),
    };
    if !of.state.is_open() {
        return None;
    }
    let locker = &of.locker;
    if locker.education.is_empty() && of.lacks(RequirementId::Education) {
        if !will_do_otherwise(of, me) {
            return Some(simple("education", "/locker/education/new"));
        }
        if locker.work.is_empty() {
            return Some(simple("background", "/locker"));
        }
    }
    if locker.work.is_empty() && rows.iter().any(|it| it.state == "todo" && is_work(it)) {
        return Some(simple("work", "/locker/work/new"));
    }
    if !of.to_name.is_empty() && of.lacks(RequirementId::References) {
        return Some(simple("references", &format!("{at}/references")));
    }
    for (id, agreement) in [
        (RequirementId::CodeOfEthics, "code-of-ethics"),
        (RequirementId::EndorsementAgreement, "endorsement-agreement"),
    ] {
        if of.lacks(id) {
            let mut next = simple("sign", &format!("/agreements/{agreement}?then={at}"));
            next.title = row(rows, id).map(|it| it.step.clone().unwrap_or_default())?;
            return Some(next);
        }
    }
    if of.due().next().is_some() {
        return Some(simple("payments", &format!("{at}/payments")));
    }
    let waits = [RequirementId::References.as_str(), RequirementId::Membership.as_str()];
    let missing = rows.iter().find(|it| {
        it.state == "todo" && !it.is_later && !waits.contains(&it.id) && it.door.is_some()
    });
    if let Some(missing) = missing {
        let (href, button) = missing.door.clone()?;
        return Some(Next {
            title: missing.step.clone().unwrap_or_else(|| missing.title.clone()),
            text: missing.sentence.clone(),
            href: lang.href(&href.replace("{id}", &of.application.id.to_string())),
            button,
        });
    }
    if me.person.email_confirmed_at.is_none() {
        return Some(simple("confirm", "/inbox"));
    }
    let ready = of.assessment.of_stage().all(|it| it.status != Status::Unmet);
    if ready {
        let key = if of.state == State::MoreInformation { "again" } else { "submit" };
        return Some(simple(key, &format!("{at}/submission")));
    }
    None
}

/// Whether the rules take something else, work that is, in the place of a degree.
fn will_do_otherwise(of: &Gathered, me: &Applicant) -> bool {
    let policy = pinning::policy(me.program, &of.application).ok();
    let asked = policy.and_then(|it| it.requirement(RequirementId::Education));
    asked.is_some_and(|it| it.or.is_some())
}

fn is_work(row: &Row) -> bool {
    row.id.starts_with("work.")
}

fn row(rows: &[Row], id: RequirementId) -> Option<&Row> {
    rows.iter().find(|it| it.id == id.as_str())
}
