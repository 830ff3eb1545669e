//! What is looked for among the payments, and what is confirmed together.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use uuid::Uuid;

use crate::desk::charges::form::cents;

/// What to look for, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SearchForm {
    pub q: String,
    pub state: String,
    pub page: usize,
}

/// What was chosen and typed, exactly as it was: `chosen` for each charge, `one` for that beside whose
/// amount the button was pressed, and an amount for every charge on the page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(try_from = "Vec<(String, String)>")]
pub struct TogetherForm {
    pub chosen: Vec<Uuid>,
    pub one: Option<Uuid>,
    pub amounts: HashMap<Uuid, String>,
    pub search: SearchForm,
}

/// Charges with their amounts in cents.
pub type Amounts = Vec<(Uuid, i64)>;

impl TryFrom<Vec<(String, String)>> for TogetherForm {
    type Error = String;

    /// Reads the fields of the page. What is said twice is not understood, as in every other form.
    fn try_from(fields: Vec<(String, String)>) -> Result<Self, Self::Error> {
        let mut names = HashSet::new();
        let twice =
            fields.iter().find(|(name, _)| name != "chosen" && !names.insert(name.as_str()));
        if let Some((name, _)) = twice {
            return Err(format!("duplicate field `{name}`"));
        }
        let mut form = Self::default();
        for (name, value) in fields {
            match (name.as_str(), name.strip_prefix("amount-").map(str::parse::<Uuid>)) {
                ("chosen", _) => form.chosen.extend(value.parse::<Uuid>().ok()),
                ("one", _) => form.one = Some(value.parse().map_err(|_| "`one` is no payment")?),
                ("q", _) => form.search.q = value,
                ("state", _) => form.search.state = value,
                ("page", _) => form.search.page = value.parse().unwrap_or_default(),
                (_, Some(Ok(id))) if form.amounts.contains_key(&id) => {
                    return Err(format!("duplicate field `{name}`"));
                }
                (_, Some(Ok(id))) => drop(form.amounts.insert(id, value)),
                _ => {}
            }
        }
        form.chosen.sort_unstable();
        form.chosen.dedup();
        Ok(form)
    }
}

impl TogetherForm {
    /// The amount of every chosen charge, or what is wrong with which.
    pub fn check(&self) -> Result<Amounts, Vec<(Uuid, &'static str)>> {
        let mut amounts = Vec::new();
        let mut wrong = Vec::new();
        for id in &self.chosen {
            match cents(self.amounts.get(id).map_or("", String::as_str)) {
                Ok(minor) => amounts.push((*id, minor)),
                Err(key) => wrong.push((*id, key)),
            }
        }
        if wrong.is_empty() { Ok(amounts) } else { Err(wrong) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chosen_payment_needs_an_amount_and_the_others_do_not() {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let fields = |amount: &str| {
            vec![
                ("chosen".to_owned(), one.to_string()),
                (format!("amount-{one}"), amount.to_owned()),
                (format!("amount-{two}"), String::new()),
            ]
        };

        let read = |amount: &str| TogetherForm::try_from(fields(amount)).unwrap();
        assert_eq!(read("25").check(), Ok(vec![(one, 2500)]));
        assert_eq!(read("0").check(), Err(vec![(one, "desk-no-money-came")]));
        assert_eq!(read("").check(), Err(vec![(one, "problem-missing")]));

        let mut twice = fields("25");
        twice.push((format!("amount-{one}"), "30".to_owned()));
        assert!(TogetherForm::try_from(twice).unwrap_err().contains("duplicate field"));
    }
}
