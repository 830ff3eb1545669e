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
pub struct WaiverForm {
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

impl WaiverForm {
    /// A waiver has a reason.
    pub fn check(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        problems.note("reason", typed::line(&self.reason, 300)).ok_or(problems)
    }
}

/// Cents from "25", "25.00", "$25.5" or "25,50"; money that has come is more than nothing.
pub(in crate::desk) fn cents(typed: &str) -> Result<i64, &'static str> {
    let plain = typed.trim().trim_start_matches('$').trim().replace(',', ".");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_to_the_cent() {
        assert_eq!(cents("25"), Ok(2500));
        assert_eq!(cents("$12.5"), Ok(1250));
        assert_eq!(cents("12,05"), Ok(1205));
        assert_eq!(cents("0.00"), Err("desk-no-money-came"));
        for wrong in ["-5", "1.234", "five", ".5", "1.2.3"] {
            assert_eq!(cents(wrong), Err("desk-not-money"), "{wrong}");
        }
    }
}
