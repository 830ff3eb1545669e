//! What is typed when money has come, or is not asked for.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ConfirmationForm {
    pub amount: String,
    pub note: String,
}

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReasonForm {
    pub reason: String,
}

impl ConfirmationForm {
    /// The amount in cents, and the note.
    pub fn check(&self) -> Result<(i64, Option<String>), Problems> {
        let mut problems = Problems::default();
        let amount = problems.note("amount", cents(&self.amount));
        let note = problems.note("note", typed::line_or_none(&self.note, 300));
        match (amount, note) {
            (Some(amount), Some(note)) => Ok((amount, note)),
            _ => Err(problems),
        }
    }
}

impl ReasonForm {
    /// What is not asked for, or was a mistake, has a reason.
    pub fn check(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        problems.note("reason", typed::line(&self.reason, 300)).ok_or(problems)
    }
}

/// Cents from "25", "25.00", "$25.5", "25,50" or "$1,250.50"; money that has come is more than
/// nothing.
pub(in crate::desk) fn cents(typed: &str) -> Result<i64, &'static str> {
    let plain = typed.trim().trim_start_matches('$').trim();
    let plain = if is_grouped(plain) { plain.replace(',', "") } else { plain.replace(',', ".") };
    if plain.is_empty() {
        return Err("problem-missing");
    }
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if !digits(whole) || !digits(rest) || rest.len() > 2 || whole.is_empty() || whole.len() > 7 {
        return Err("desk-not-money");
    }
    match format!("{whole}{rest:0<2}").parse() {
        Ok(0) => Err("desk-no-money-came"),
        Ok(cents) => Ok(cents),
        Err(_) => Err("desk-not-money"),
    }
}

/// Whether every comma stands before a group of three digits, none of them in the cents.
fn is_grouped(typed: &str) -> bool {
    let whole = typed.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let is_first = (1..=3).contains(&first.len()) && !first.starts_with('0');
    is_first && !rest.is_empty() && rest.iter().all(|it| it.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_to_the_cent() {
        assert_eq!(cents("25"), Ok(2500));
        assert_eq!(cents("$12.5"), Ok(1250));
        assert_eq!(cents("12,05"), Ok(1205));
        assert_eq!(cents("$1,250.50"), Ok(125_050));
        assert_eq!(cents("1,250"), Ok(125_000));
        assert_eq!(cents("0.00"), Err("desk-no-money-came"));
        for wrong in ["-5", "1.234", "five", ".5", "1.2.3", "1,25,000", "1,250,5", "0,250"] {
            assert_eq!(cents(wrong), Err("desk-not-money"), "{wrong}");
        }
    }
}
