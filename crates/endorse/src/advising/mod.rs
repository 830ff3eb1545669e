//! Advisors: who helps which applicant along. Proposed by the coordinator, agreed to by the applicant,
//! ended by any of the three; until then the advisor sees who is stuck and on what.

mod advisee;
mod contacts;
mod list;
mod own;
mod rows;

use db::Tx;
use uuid::Uuid;

use crate::applications::Application;
use crate::audit::{self, Actor};
use crate::error::Error;
use crate::i18n::Value;
use crate::inbox::{self, News};
use crate::people::{self, Addressee, WithRole};
use crate::programs::Program;
use crate::routing::Routes;

pub use rows::{Advising, has_judged, has_to_do_with, loads, of_application};

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
        .merge(list::routes())
        .merge(advisee::routes())
        .merge(contacts::routes())
        .merge(own::routes())
}

/// As what somebody ends an advising.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The person who is helped.
    Applicant,
    /// Who helps.
    Advisor,
    /// The association.
    Coordinator,
}

impl By {
    /// As it is kept, and as sentences choose by it.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Advisor => "advisor",
            Self::Coordinator => "coordinator",
        }
    }
}

/// Proposes an advisor to the person of an application, and tells that person; false if somebody is
/// proposed or agreed to already.
///
/// # Errors
///
/// When the database refuses.
pub async fn propose(
    tx: &mut Tx,
    who: &impl Actor,
    (program, of): (&Program, &Application),
    advisor: &WithRole,
) -> Result<bool, Error> {
    let id = Uuid::now_v7();
    if !rows::propose(tx, who.actor(), (id, of.id, of.person_id, advisor.id)).await? {
        return Ok(false);
    }
    let about = ("advising", id);
    audit::record_about(tx, who, "advisor-proposed", about, of.id, None).await?;
    let person = people::addressee(tx, of.person_id).await?;
    let house = program.association.short_name.as_str();
    let values = [("advisor", advisor.name.as_str().into()), ("association", house.into())];
    tell(tx, who, (of, &person), "proposed", &values).await?;
    Ok(true)
}

/// Writes down that the person agrees, and tells the advisor and the coordinators.
///
/// # Errors
///
/// [`Error::Stale`] when it has ended, or was agreed to before.
async fn agree(
    tx: &mut Tx,
    who: &impl Actor,
    of: &Application,
    it: &Advising,
) -> Result<(), Error> {
    if !rows::agree(tx, it.id, who.actor().at).await? {
        return Err(Error::Stale);
    }
    let about = ("advising", it.id);
    audit::record_about(tx, who, "advising-agreed", about, of.id, None).await?;
    let person = people::addressee(tx, of.person_id).await?;
    let advisor = people::addressee(tx, it.advisor_id).await?;
    let values = both(&person, &advisor);
    tell(tx, who, (of, &advisor), "begun", &values).await?;
    tell_coordinators(tx, who, of, "agreed", &values).await
}

/// Ends an advising, or what was only proposed, and tells the others.
///
/// # Errors
///
/// [`Error::Stale`] when it has ended.
pub async fn end(
    tx: &mut Tx,
    who: &impl Actor,
    (of, it): (&Application, &Advising),
    by: By,
) -> Result<(), Error> {
    if !rows::end(tx, it.id, by.as_str(), who.actor().at).await? {
        return Err(Error::Stale);
    }
    let is_agreed = it.agreed_at.is_some();
    let is_declined = !is_agreed && by == By::Applicant;
    let verb = if is_declined { "advising-declined" } else { "advising-ended" };
    audit::record_about(tx, who, verb, ("advising", it.id), of.id, None).await?;
    let person = people::addressee(tx, of.person_id).await?;
    let advisor = people::addressee(tx, it.advisor_id).await?;
    let mut values = both(&person, &advisor).to_vec();
    values.push(("by", by.as_str().into()));
    if by != By::Applicant {
        let what = if is_agreed { "over-for-person" } else { "taken-back" };
        tell(tx, who, (of, &person), what, &values).await?;
    }
    // Of what was only proposed the advisor knows nothing.
    if by != By::Advisor && is_agreed {
        tell(tx, who, (of, &advisor), "over-for-advisor", &values).await?;
    }
    if by != By::Coordinator {
        let what = if is_declined { "declined" } else { "over-for-desk" };
        tell_coordinators(tx, who, of, what, &values).await?;
    }
    Ok(())
}

type Values<'a> = [(&'static str, Value<'a>)];

fn both<'a>(person: &'a Addressee, advisor: &'a Addressee) -> [(&'static str, Value<'a>); 2] {
    [("person", person.name.as_str().into()), ("advisor", advisor.name.as_str().into())]
}

/// Writes to somebody about an application. The words are by key; the greeting and the file's number
/// are added to what they name.
async fn tell(
    tx: &mut Tx,
    who: &impl Actor,
    (of, to): (&Application, &Addressee),
    what: &str,
    values: &Values<'_>,
) -> Result<(), Error> {
    let (act, lang) = (who.actor(), to.lang());
    let mut values = values.to_vec();
    values.extend([("name", to.name.as_str().into()), ("file", of.number.as_str().into())]);
    let link = match what {
        "proposed" | "taken-back" | "over-for-person" => format!("/applications/{}", of.id),
        "begun" | "over-for-advisor" => "/advising".to_owned(),
        _ => format!("/desk/applications/{}", of.id),
    };
    let news = News {
        association: act.association,
        person: Some(to.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: "advising",
        subject: lang.with(&format!("advising-told-{what}-subject"), &values),
        body: lang.with(&format!("advising-told-{what}-body"), &values),
        link: Some(link),
        application: Some(of.id),
    };
    inbox::send(tx, &news, act.at).await?;
    Ok(())
}

/// The same to every coordinator, but not about their own application.
async fn tell_coordinators(
    tx: &mut Tx,
    who: &impl Actor,
    of: &Application,
    what: &str,
    values: &Values<'_>,
) -> Result<(), Error> {
    let act = who.actor();
    for to in people::with_role(tx, act.association, "coordinator", act.at).await? {
        if to.id != of.person_id {
            let to = people::addressee(tx, to.id).await?;
            tell(tx, who, (of, &to), what, values).await?;
        }
    }
    Ok(())
}
