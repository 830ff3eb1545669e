//! Giving an endorsement, and moving its validity on.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use credentials::status_list;
use db::{Day, Time, Tx};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use rules::standing::Stand;
use uuid::Uuid;

use super::rows::{self, Endorsement, NewInterval};
use super::{Interval, badge, standing};
use crate::app::App;
use crate::audit::{self, Act, Actor};
use crate::error::Error;
use crate::i18n::Lang;
use crate::inbox::{self, News};
use crate::people::{self, Addressee};
use crate::typed::folded;

/// How often a free bit is looked for: with half of the list taken, one in four billion fails.
const DRAWS: usize = 32;

/// Who is endorsed, and as what.
#[derive(Clone, Copy, Debug)]
pub struct Awarding<'a> {
    /// The application that was decided; `None` for an endorsement that was given before the
    /// association kept its files here.
    pub application: Option<Uuid>,
    /// The person.
    pub person: Uuid,
    /// The category's id.
    pub category: &'a str,
    /// The version of the rules that was met.
    pub policy_version: &'a str,
}

/// Endorses a person: number, standing, signed badge and place in the registry, all in the caller's
/// transaction; and a message, unless an application was decided: then the decision's letter is the
/// one. Signing takes some 15 ms.
///
/// # Errors
///
/// [`Error::Stale`] if that application was endorsed already; [`Error::Broken`] when the database
/// refuses.
pub async fn award(
    tx: &mut Tx,
    app: &App,
    who: &impl Actor,
    what: &Awarding<'_>,
) -> Result<Uuid, Error> {
    let act = who.actor();
    if !people::in_turn(tx, what.person).await? {
        return Err(Error::Stale);
    }
    if let Some(application) = what.application
        && rows::of_application(tx, application).await?.is_some()
    {
        return Err(Error::Stale);
    }
    let to = people::addressee(tx, what.person).await?;
    let today = act.at.to_zoned(app.zone.clone()).date();
    let new = add(tx, app, &to, what, (act.association, today, act.at)).await?;
    make_findable(tx, &new).await?;
    let active = NewInterval {
        endorsement: new.id,
        status: "active",
        from_on: today,
        until_on: None,
        reason: None,
        by: act.person,
    };
    rows::add_interval(tx, &active, act.at).await?;
    let lang = app.languages().spoken(to.lang());
    badge::issue(tx, app, &new, (lang, Some(&to.email)), act.at).await?;
    match what.application {
        // The decision's own letter says it.
        Some(application) => {
            let object = ("endorsement", new.id);
            audit::record_about(tx, who, "endorsed", object, application, Some(&new.number))
                .await?;
        }
        None => {
            tell(tx, app, (&to, &new), ("endorsed", ""), act.at).await?;
            audit::record(tx, who, "endorsed", "endorsement", new.id).await?;
        }
    }
    Ok(new.id)
}

/// Has an endorsement found by every word of its name.
pub(super) async fn make_findable(tx: &mut Tx, it: &Endorsement) -> Result<(), db::Error> {
    let name_key = folded(&it.name);
    for word in words(&it.name) {
        rows::add_word(tx, &it.association_id, (&word, &name_key), it.id).await?;
    }
    Ok(())
}

/// Keeps the row, with a number and a bit of its own.
async fn add(
    tx: &mut Tx,
    app: &App,
    to: &Addressee,
    what: &Awarding<'_>,
    (association, today, now): (&str, Date, Timestamp),
) -> Result<Endorsement, Error> {
    let count = rows::count_up(tx, association, &format!("endorsement-{}", what.category)).await?;
    let place = association.split('-').next().unwrap_or(association);
    let number = format!("{place}-{}-{count:05}", what.category).to_uppercase();
    let subject = rows::subject(tx, association, what.person).await?;
    let mut new = Endorsement {
        id: Uuid::now_v7(),
        association_id: association.to_owned(),
        person_id: Some(what.person),
        application_id: what.application,
        category: what.category.to_owned(),
        policy_version: what.policy_version.to_owned(),
        number,
        public_id: URL_SAFE_NO_PAD.encode(rand::random::<[u8; 18]>()),
        subject_urn: subject.map_or_else(|| Uuid::new_v4().urn().to_string(), |it| it.0),
        name: to.name.clone(),
        awarded_on: Day(today),
        valid_from: Day(today),
        valid_until: Day(app.program.association.renewal.valid_until(today)),
        status_index: 0,
        badge_id: None,
        listed_at: Some(Time(now)),
    };
    for _ in 0..DRAWS {
        new.status_index = drawn();
        if rows::is_revoked(tx, association, new.status_index).await? {
            continue;
        }
        if rows::add(tx, &new, &folded(&new.name), now).await? {
            return Ok(new);
        }
        // Somebody else may have endorsed it at the same moment.
        if let Some(application) = what.application
            && rows::of_application(tx, application).await?.is_some()
        {
            return Err(Error::Stale);
        }
    }
    Err(full())
}

/// A place in the list of revocations, by chance.
fn drawn() -> i64 {
    i64::from(status_list::draw(rand::random::<[u8; 4]>()))
}

fn full() -> Error {
    anyhow::anyhow!("no free place in the list of revocations").into()
}

/// Signs the badge of an endorsement that goes on and keeps it in place of the last: the same id and
/// the same place in the list of revocations, unless that one was revoked; the same award always.
///
/// # Errors
///
/// [`Error::Broken`] when the database refuses.
pub(super) async fn sign_anew(
    tx: &mut Tx,
    app: &App,
    it: &mut Endorsement,
    to: &Addressee,
    now: Timestamp,
) -> Result<(), Error> {
    if rows::is_revoked(tx, &it.association_id, it.status_index).await? {
        let badge = Uuid::now_v7();
        let mut is_placed = false;
        for _ in 0..DRAWS {
            it.status_index = drawn();
            is_placed = rows::change_badge(tx, it.id, (badge, it.status_index)).await?;
            if is_placed {
                break;
            }
        }
        if !is_placed {
            return Err(full());
        }
        it.badge_id = Some(badge);
    }
    let before = rows::credential(tx, it.id).await?;
    let lang = before.map_or(to.lang(), |it| Lang::from_code(&it.language));
    badge::issue(tx, app, it, (lang, Some(&to.email)), now).await
}

/// Tells the person; the words are by kind, `endorsement-{kind}-subject` and `-body`, and may give a
/// reason.
pub(super) async fn tell(
    tx: &mut Tx,
    app: &App,
    (to, it): (&Addressee, &Endorsement),
    (kind, reason): (&str, &str),
    now: Timestamp,
) -> Result<(), Error> {
    let lang = to.lang();
    let values = [
        ("name", it.name.as_str().into()),
        ("category", it.category_name(app.program, lang).into()),
        ("number", it.number.as_str().into()),
        ("letters", it.letters(app.program).into()),
        ("until", lang.day(it.valid_until).into()),
        ("renewal", super::first_renewal(app.program, it.awarded_on.0, lang).into()),
        ("reason", reason.into()),
    ];
    let news = News {
        association: &it.association_id,
        person: Some(to.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind,
        subject: lang.with(&format!("endorsement-{kind}-subject"), &values),
        body: lang.with(&format!("endorsement-{kind}-body"), &values),
        link: Some(format!("/endorsements/{}", it.id)),
        application: it.application_id,
    };
    inbox::send(tx, &news, now).await?;
    Ok(())
}

/// A renewal that was confirmed.
#[derive(Clone, Copy, Debug)]
pub struct Prolonging {
    /// The endorsement.
    pub endorsement: Uuid,
    /// The new last day.
    pub until: Date,
    /// The day on which the renewal was handed in: in time leaves no gap.
    pub handed_in: Date,
}

/// Moves an endorsement's validity on and signs its badge anew.
///
/// # Errors
///
/// [`Error::NotFound`] if there is no such endorsement; [`Error::Stale`] if it is no longer one
/// that goes on, or was moved already; [`Error::Broken`] when the database refuses.
pub async fn prolong(
    tx: &mut Tx,
    app: &App,
    who: &impl Actor,
    how: &Prolonging,
) -> Result<(), Error> {
    let act = who.actor();
    super::in_turn(tx, act.association, how.endorsement).await?;
    let found = rows::one(tx, act.association, how.endorsement).await?;
    let mut it = found.ok_or(Error::NotFound)?;
    let person = it.person_id.ok_or(Error::NotFound)?;
    let today = act.at.to_zoned(app.zone.clone()).date();
    let valid_until = it.valid_until.0;
    let intervals: Vec<Interval> = rows::intervals(tx, it.id).await?;
    let now = standing::on_day(&intervals, today).and_then(|it| Stand::parse(&it.status));
    let now = now.filter(|it| it.is_renewable() && how.until > valid_until).ok_or(Error::Stale)?;
    let days = Days { today, last: valid_until, until: how.until, handed_in: how.handed_in };
    move_on(tx, app, it.id, (now, &days), &act).await?;
    if !rows::prolong(tx, it.id, (it.valid_until, today, how.until)).await? {
        return Err(Error::Stale);
    }
    it.valid_from = Day(today);
    it.valid_until = Day(how.until);
    let to = people::addressee(tx, person).await?;
    sign_anew(tx, app, &mut it, &to, act.at).await?;
    tell(tx, app, (&to, &it), ("renewed", ""), act.at).await
}

/// The days that decide what a renewal leaves behind.
struct Days {
    today: Date,
    /// The last day of validity before.
    last: Date,
    /// The last day of validity from now on.
    until: Date,
    handed_in: Date,
}

/// Writes down what a renewal does to the history: handed in in time, nothing; too late, the time
/// between the last day and today; after the lapse was written down, its end. If the renewal is of
/// a cycle that is over as well, the endorsement stays lapsed.
async fn move_on(
    tx: &mut Tx,
    app: &App,
    endorsement: Uuid,
    (now, days): (Stand, &Days),
    act: &Act<'_>,
) -> Result<(), Error> {
    let grace = i64::from(app.program.association.renewal.grace_days.unwrap_or(0));
    let in_time = days.handed_in <= days.last.saturating_add(grace.days());
    let is_over = days.until < days.today;
    let (Ok(first_out), Ok(yesterday)) = (days.last.tomorrow(), days.today.yesterday()) else {
        return Ok(());
    };
    let lapsed = |until_on| ("lapsed", first_out, until_on);
    let active = ("active", days.today, None);
    let (ends_on, follow) = match now {
        Stand::Lapsed if is_over => return Ok(()),
        Stand::Lapsed => (yesterday, vec![active]),
        _ if in_time || first_out > yesterday => return Ok(()),
        _ if is_over => (days.last, vec![lapsed(None)]),
        _ => (days.last, vec![lapsed(Some(yesterday)), active]),
    };
    if !rows::end_interval(tx, endorsement, (now.as_str(), ends_on)).await? {
        return Err(Error::Stale);
    }
    for (status, from_on, until_on) in follow {
        let by = act.person;
        let new = NewInterval { endorsement, status, from_on, until_on, reason: None, by };
        rows::add_interval(tx, &new, act.at).await?;
    }
    Ok(())
}

/// The words by which a name is found: folded, each by itself, and what an apostrophe or a hyphen
/// joins also as one.
///
/// Letters that no mark makes out of a Latin one are written as people without them type them.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let mut plain = String::new();
    for letter in folded(name).chars() {
        match letter {
            'ł' => plain.push('l'),
            'ø' => plain.push('o'),
            'đ' | 'ð' => plain.push('d'),
            'ı' => plain.push('i'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            other => plain.push(other),
        }
    }
    let mut words = Vec::new();
    for joined in plain.split_whitespace() {
        let parts: Vec<&str> =
            joined.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        words.extend(parts.iter().map(|it| (*it).to_owned()));
        if parts.len() > 1 {
            words.push(parts.concat());
        }
    }
    words.sort();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_name_is_found_by_any_of_its_words_however_they_are_typed() {
        assert_eq!(
            words("María-José  O’Neill Ñandú"),
            ["jose", "maria", "mariajose", "nandu", "neill", "o", "oneill"]
        );
        assert_eq!(words("Søren Łukasz"), ["lukasz", "soren"]);
        assert!(words(" – ").is_empty());
    }
}
