//! Letters with somebody in them, and orders to send or to make something: which go with an account,
//! and which stay without its name.

mod rows;

use db::{Error, Tx};
use serde_json::{Map, Value};
use uuid::Uuid;

use self::rows::Order;

/// How many letters a name must have to be looked for in the words of others.
const SHORTEST: usize = 3;

/// Removes the letters that are certainly a person's, and says which they were.
pub(super) async fn remove(
    tx: &mut Tx,
    person: Uuid,
    confirmed: Option<&str>,
) -> Result<Vec<Uuid>, Error> {
    let letters = rows::of(tx, person, confirmed).await?;
    for letter in &letters {
        rows::remove(tx, *letter).await?;
    }
    Ok(letters)
}

/// Puts something in the place of somebody's name where coordinators were told of their reviews and
/// others of their advice; says in which letters.
pub(super) async fn unname(
    tx: &mut Tx,
    person: Uuid,
    (name, instead): (&str, &str),
) -> Result<Vec<Uuid>, Error> {
    let mut changed = Vec::new();
    for mut it in rows::about_work(tx, person).await? {
        let subject = without(&it.subject, name, instead, &it.to_name);
        let body = without(&it.body, name, instead, &it.to_name);
        if subject != it.subject || body != it.body {
            (it.subject, it.body) = (subject, body);
            rows::say(tx, &it).await?;
            changed.push(it.id);
        }
    }
    Ok(changed)
}

/// A text with something else wherever a name stands whole. The addressee's own name stays, and so
/// does a name so short that it may be anything.
fn without(text: &str, name: &str, instead: &str, to: &str) -> String {
    if name.chars().count() < SHORTEST {
        return text.to_owned();
    }
    if !to.is_empty() && text.contains(to) {
        let parts: Vec<String> = text.split(to).map(|it| without(it, name, instead, "")).collect();
        return parts.join(to);
    }
    let joins = |it: char| it.is_alphanumeric() || it == '-';
    let mut told = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(name) {
        let is_whole = !after.starts_with(joins)
            && !before.ends_with(joins)
            && (!before.is_empty() || !told.ends_with(joins));
        told.push_str(before);
        told.push_str(if is_whole { instead } else { name });
        rest = after;
    }
    told + rest
}

/// Forgets every order about one of some things or to an address, and what went wrong with others
/// where it names the address. What an order is about is what it says, not what stands somewhere in it.
pub(super) async fn forget_orders(
    tx: &mut Tx,
    (letters, things): (&[Uuid], &[Uuid]),
    email_key: &str,
) -> Result<(), Error> {
    let mut named: Vec<String> = letters.iter().chain(things).map(Uuid::to_string).collect();
    named.push(email_key.to_owned());
    let copies: Vec<String> = letters.iter().map(|it| format!("message-{it}")).collect();
    for order in rows::orders(tx).await? {
        if is_about(&order, &named, &copies) {
            rows::forget_order(tx, order.id).await?;
        } else if order.last_error.is_some_and(|it| it.to_lowercase().contains(email_key)) {
            rows::forget_error(tx, order.id).await?;
        }
    }
    Ok(())
}

/// Whether an order names one of these in a field of its own, or is to copy one of those letters.
fn is_about(order: &Order, named: &[String], copies: &[String]) -> bool {
    let said: Map<String, Value> = serde_json::from_str(&order.payload).unwrap_or_default();
    let is_named = |it: &str| named.iter().any(|name| name == it);
    said.values().filter_map(Value::as_str).any(is_named)
        || order.dedupe_key.as_ref().is_some_and(|key| copies.contains(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_name_gives_way() {
        let told = |text: &str, name: &str| without(text, name, "X", "Cora Ana");

        assert_eq!(told("Ana has finished. Thank Ana", "Ana"), "X has finished. Thank X");
        assert_eq!(told("Analysis of bAna, Mari-Ana", "Ana"), "Analysis of bAna, Mari-Ana");
        assert_eq!(told("AnaAna Ana", "Ana"), "AnaAna X");
        assert_eq!(told("Hello Cora Ana, Ana's review", "Ana"), "Hello Cora Ana, X's review");
        assert_eq!(told("the letters", "e"), "the letters");
        assert_eq!(told("Señora Ño has it", "Ño"), "Señora Ño has it");
        assert_eq!(told("Íñigo: Íñigo", "Íñigo"), "X: X");
    }

    #[test]
    fn an_order_is_about_what_it_says() {
        let order = |payload: &str, key: Option<&str>| Order {
            id: Uuid::nil(),
            payload: payload.to_owned(),
            dedupe_key: key.map(str::to_owned),
            last_error: None,
        };
        let (named, copies) = (["a@gmail.com".to_owned()], ["message-7".to_owned()]);
        let about = |payload, key| is_about(&order(payload, key), &named, &copies);

        assert!(about(r#"{"email_key":"a@gmail.com"}"#, None));
        assert!(about("{}", Some("message-7")));
        assert!(!about(r#"{"email_key":"maria@gmail.com"}"#, Some("message-77")));
        assert!(!about(r#"{"all":["a@gmail.com"]}"#, None));
        assert!(!about("{}", None));
    }
}
