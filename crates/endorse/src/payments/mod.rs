//! Payments and what they buy: fees due, promised, confirmed or waived; memberships.
//!
//! Nobody pays here by card: a person says how they will pay, the coordinator says that the money
//! has come. An amount that the association has not published is unknown, never zero.

mod charges;
pub mod claims;
mod rows;

use db::Tx;
use jiff::civil::Date;
use rules::locker::Membership;
use uuid::Uuid;

use crate::audit::{self, Act, Actor};
use crate::error::Error;
use crate::i18n::Lang;
use crate::inbox::{self, News};
use crate::people;
use crate::programs::Program;
use crate::programs::fees::FeeKind;
use crate::routing::Routes;

pub use rows::Charge;

/// The way in.
pub fn routes() -> Routes {
    Routes::new().merge(charges::routes()).merge(claims::routes())
}

/// Where a charge stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has done anything yet.
    Due,
    /// The person has said how they will pay.
    Promised,
    /// The association has the money.
    Confirmed,
    /// The association asks for nothing.
    Waived,
}

impl State {
    /// In words.
    #[must_use]
    pub fn word(self, lang: Lang) -> String {
        lang.say(match self {
            Self::Due => "payments-state-due",
            Self::Promised => "payments-state-promised",
            Self::Confirmed => "payments-state-confirmed",
            Self::Waived => "payments-state-waived",
        })
        .into_owned()
    }

    /// As a shape: `todo`, `wait` or `met`.
    #[must_use]
    pub fn shape(self) -> &'static str {
        match self {
            Self::Due => "todo",
            Self::Promised => "wait",
            Self::Confirmed | Self::Waived => "met",
        }
    }
}

impl Charge {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        if self.waived_at.is_some() {
            State::Waived
        } else if self.confirmed_at.is_some() {
            State::Confirmed
        } else if self.promised_at.is_some() {
            State::Promised
        } else {
            State::Due
        }
    }

    /// Whether it is neither paid nor waived.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.confirmed_at.is_none() && self.waived_at.is_none()
    }

    /// Whether it is for a membership, which begins once it is confirmed or waived.
    #[must_use]
    pub fn is_membership(&self) -> bool {
        self.kind == FeeKind::Membership.as_str()
    }

    /// Its name: "Registration".
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        lang.say(&format!("payments-kind-{}", self.kind)).into_owned()
    }

    /// How much, in words; that nobody has said it, in words too.
    #[must_use]
    pub fn amount(&self, lang: Lang) -> String {
        self.known_amount(lang).unwrap_or_else(|| lang.say("payments-amount-open").into_owned())
    }

    /// How much; `None` while nobody has said it.
    #[must_use]
    pub fn known_amount(&self, lang: Lang) -> Option<String> {
        self.confirmed_minor.or(self.amount_minor).map(|cents| lang.money(cents))
    }
}

/// A person's memberships, as the rules want them.
async fn memberships(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> anyhow::Result<Vec<Membership>> {
    let rows = rows::memberships(tx, association, person).await?;
    let membership = |it: rows::Kept| Membership {
        association: it.of_association.into(),
        from: it.from_on.0,
        to: Some(it.until_on.0),
    };
    Ok(rows.into_iter().map(membership).collect())
}

/// Writes down what starting an application costs: registration, processing, and membership unless
/// the person is a member today or owes a membership already.
///
/// # Errors
///
/// When the database refuses.
pub async fn charge_for(
    tx: &mut Tx,
    program: &Program,
    who: &impl Actor,
    (person, application, category): (Uuid, Uuid, &str),
    today: Date,
) -> Result<(), Error> {
    let needs_membership = needs_membership(tx, &program.id, person, today).await?;
    for kind in [FeeKind::Registration, FeeKind::Membership, FeeKind::Processing] {
        let Some(fee) = program.fees.on(category, kind, today) else { continue };
        if kind == FeeKind::Membership && !needs_membership {
            continue;
        }
        let new = rows::NewCharge {
            association: &program.id,
            person,
            application: Some(application),
            renewal: None,
            kind: kind.as_str(),
            amount: fee.amount,
            currency: &program.fees.currency,
        };
        rows::add(tx, &new, who.actor().at).await?;
    }
    Ok(())
}

/// Whether a person is no member on a day and does not owe a membership yet.
async fn needs_membership(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
    today: Date,
) -> anyhow::Result<bool> {
    let members = memberships(tx, association, person).await?;
    let is_member = members.iter().any(|it| it.from <= today && it.to.is_none_or(|to| today <= to));
    Ok(!is_member && !rows::owes_membership(tx, association, person).await?)
}

/// Writes down what opening a renewal costs: a membership, unless the person is a member today or
/// owes one already. Whether the renewal itself costs something is charged when it is known only.
///
/// # Errors
///
/// When the database refuses.
pub async fn charge_for_renewal(
    tx: &mut Tx,
    program: &Program,
    who: &impl Actor,
    (person, renewal, category): (Uuid, Uuid, &str),
    today: Date,
) -> Result<(), Error> {
    let needs_membership = needs_membership(tx, &program.id, person, today).await?;
    for kind in [FeeKind::Membership, FeeKind::Renewal] {
        let Some(fee) = program.fees.on(category, kind, today) else { continue };
        let is_asked = match kind {
            FeeKind::Membership => needs_membership,
            _ => fee.amount.is_some(),
        };
        if !is_asked {
            continue;
        }
        let new = rows::NewCharge {
            association: &program.id,
            person,
            application: None,
            renewal: Some(renewal),
            kind: kind.as_str(),
            amount: fee.amount,
            currency: &program.fees.currency,
        };
        rows::add(tx, &new, who.actor().at).await?;
    }
    Ok(())
}

/// What a person still owes, by any application or renewal.
///
/// # Errors
///
/// When the database refuses.
pub async fn open_of(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Charge>, db::Error> {
    let mut charges = rows::of_person(tx, association, person).await?;
    charges.retain(Charge::is_open);
    Ok(charges)
}

/// What an application costs: its own charges, and the membership that its person still owes.
///
/// # Errors
///
/// When the database refuses.
pub async fn charges_of(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
) -> Result<Vec<Charge>, db::Error> {
    rows::of_application(tx, association, application).await
}

/// One charge.
///
/// # Errors
///
/// [`Error::NotFound`] when the association has no such charge.
pub async fn one(tx: &mut Tx, association: &str, charge: Uuid) -> Result<Charge, Error> {
    rows::one(tx, association, charge).await?.ok_or(Error::NotFound)
}

/// The association has the money: `minor` cents. A membership begins today with it.
///
/// # Errors
///
/// [`Error::NotFound`] when there is no such charge, [`Error::Stale`] when it was confirmed or
/// waived before.
pub async fn confirm(
    tx: &mut Tx,
    program: &Program,
    who: &impl Actor,
    (charge, minor, note): (Uuid, i64, Option<&str>),
    today: Date,
) -> Result<Charge, Error> {
    let (found, act) = (one(tx, &program.id, charge).await?, who.actor());
    if !people::in_turn(tx, found.person_id).await? {
        return Err(Error::Stale);
    }
    let done = rows::confirm(tx, (&program.id, charge), act.person, (minor, note), act.at).await?;
    if done != 1 {
        return Err(Error::Stale);
    }
    let until = begin_membership(tx, program, act, (&found, note), today).await?;
    record(tx, who, "charge-confirmed", &found).await?;
    tell(tx, who, (&found, "payments-subject"), |lang, _| match until {
        Some(day) => lang.say2(
            "payments-confirmed-membership-body",
            "amount",
            lang.money(minor),
            "day",
            lang.day(day),
        ),
        None => lang.say2(
            "payments-confirmed-body",
            "what",
            found.title(lang),
            "amount",
            lang.money(minor),
        ),
    })
    .await?;
    Ok(found)
}

/// A membership begins with what was asked for it; until when, if it was one.
async fn begin_membership(
    tx: &mut Tx,
    program: &Program,
    act: Act<'_>,
    (charge, note): (&Charge, Option<&str>),
    today: Date,
) -> Result<Option<Date>, db::Error> {
    if !charge.is_membership() {
        return Ok(None);
    }
    let until = program.association.membership.ends_on(today);
    let new = rows::NewMembership {
        association: &program.id,
        person: charge.person_id,
        of_association: &program.id,
        from: today,
        until,
        charge: Some(charge.id),
        note,
    };
    rows::add_membership(tx, &new, act.person, act.at).await?;
    Ok(Some(until))
}

/// The association asks for nothing, and says why. A membership that is not paid for begins today as one
/// that is.
///
/// # Errors
///
/// [`Error::NotFound`] when there is no such charge, [`Error::Stale`] when it was confirmed or
/// waived before.
pub async fn waive(
    tx: &mut Tx,
    program: &Program,
    who: &impl Actor,
    (charge, reason): (Uuid, &str),
    today: Date,
) -> Result<Charge, Error> {
    let (found, act) = (one(tx, &program.id, charge).await?, who.actor());
    if !people::in_turn(tx, found.person_id).await? {
        return Err(Error::Stale);
    }
    if rows::waive(tx, (&program.id, charge), act.person, reason, act.at).await? != 1 {
        return Err(Error::Stale);
    }
    let until = begin_membership(tx, program, act, (&found, None), today).await?;
    record(tx, who, "charge-waived", &found).await?;
    tell(tx, who, (&found, "payments-subject"), |lang, name| {
        let association = program.association.name.get(lang);
        let values = [
            ("name", name.into()),
            ("association", association.into()),
            ("what", found.title(lang).into()),
            ("day", until.map(|it| lang.day(it)).unwrap_or_default().into()),
        ];
        let body = if until.is_some() {
            "payments-waived-membership-body"
        } else {
            "payments-waived-body"
        };
        lang.with(body, &values)
    })
    .await?;
    Ok(found)
}

/// Whether a charge was confirmed or waived at the desk, so that this may be taken back. What a membership
/// elsewhere made needless is taken back with that.
///
/// # Errors
///
/// When the database refuses.
pub async fn may_reopen(tx: &mut Tx, charge: &Charge) -> Result<bool, db::Error> {
    Ok(!charge.is_open() && !rows::is_of_claim(tx, charge.id).await?)
}

/// A confirmation or a waiver was a mistake: the charge is open again, and a membership that it bought
/// counts no more. The person is told why.
///
/// # Errors
///
/// [`Error::Stale`] when it is open already, or the account was erased.
pub async fn reopen(
    tx: &mut Tx,
    program: &Program,
    who: &impl Actor,
    charge: &Charge,
    reason: &str,
) -> Result<(), Error> {
    let act = who.actor();
    // Erasing the account takes words like these away: one of the two comes first.
    if !people::in_turn(tx, charge.person_id).await? || !may_reopen(tx, charge).await? {
        return Err(Error::Stale);
    }
    if rows::reopen(tx, (&program.id, charge.id), act.person, reason, act.at).await? != 1 {
        return Err(Error::Stale);
    }
    rows::withdraw_membership(tx, charge.id, act.at).await?;
    record(tx, who, "charge-reopened", charge).await?;
    tell(tx, who, (charge, "payments-reopened-subject"), |lang, name| {
        let values = [
            ("name", name.into()),
            ("association", program.association.name.get(lang).into()),
            ("what", charge.title(lang).into()),
            ("reason", reason.into()),
        ];
        let body = if charge.is_membership() {
            "payments-reopened-membership-body"
        } else {
            "payments-reopened-body"
        };
        lang.with(body, &values)
    })
    .await
}

async fn record(
    tx: &mut Tx,
    who: &impl Actor,
    verb: &str,
    charge: &Charge,
) -> Result<(), db::Error> {
    let object = ("charge", charge.id);
    match charge.application_id {
        Some(application) => {
            audit::record_about(tx, who, verb, object, application, Some(&charge.kind)).await
        }
        None => audit::record(tx, who, verb, object.0, object.1).await,
    }
}

async fn tell(
    tx: &mut Tx,
    who: &impl Actor,
    (charge, subject): (&Charge, &str),
    body: impl FnOnce(Lang, &str) -> String,
) -> Result<(), Error> {
    let act = who.actor();
    let to = people::addressee(tx, charge.person_id).await?;
    let lang = to.lang();
    let news = News {
        association: act.association,
        person: Some(to.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: "payment",
        subject: lang.say1(subject, "what", charge.title(lang)),
        body: body(lang, &to.name),
        link: Some(match charge.application_id {
            Some(application) => format!("/applications/{application}/payments"),
            None => "/payments".to_owned(),
        }),
        application: charge.application_id,
    };
    inbox::send(tx, &news, act.at).await?;
    Ok(())
}
