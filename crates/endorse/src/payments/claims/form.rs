//! What is typed to say that one is a member already.

use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::rows::NewClaim;
use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ClaimForm {
    pub whose: String,
    pub name: String,
    pub from: String,
    pub until: String,
    pub document: String,
    pub note: String,
    pub then: String,
}

impl ClaimForm {
    /// Reads the whole form before complaining. `own` is this association's id; others count if
    /// `others` says so; a document is one of the person's.
    pub fn check(
        &self,
        (own, others): (&str, bool),
        documents: &[Uuid],
        today: Date,
    ) -> Result<NewClaim, Problems> {
        let mut problems = Problems::default();
        let choices = [("own", true), ("other", false)];
        let choices = if others { &choices[..] } else { &choices[..1] };
        let whose = problems.note("whose", typed::one_of(&self.whose, choices));
        let of = match whose {
            Some(false) => problems.note("name", typed::line(&self.name, 200)),
            _ => Some(own.to_owned()),
        };
        let from = problems.note("from", typed::past_day(&self.from, today));
        let until = typed::day(&self.until).and_then(|until| match from {
            Some(from) if until < from => Err("membership-ends-before"),
            _ if until < today => Err("membership-is-over"),
            _ => Ok(until),
        });
        let until = problems.note("until", until);
        let document = match self.document.trim() {
            "" => Ok(None),
            typed => match typed.parse::<Uuid>() {
                Ok(id) if documents.contains(&id) => Ok(Some(id)),
                _ => Err("problem-choose"),
            },
        };
        let document = problems.note("document", document);
        let note = problems.note("note", typed::line_or_none(&self.note, 300));
        match (whose, of, from, until, document, note) {
            (
                Some(_),
                Some(of_association),
                Some(from),
                Some(until),
                Some(document),
                Some(note),
            ) => Ok(NewClaim { of_association, from, until, document, note }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_membership_has_a_name_if_it_is_elsewhere_and_days_that_reach_to_today() {
        let form = ClaimForm {
            whose: "other".to_owned(),
            from: "2026-01-01".to_owned(),
            until: "2026-03-01".to_owned(),
            ..ClaimForm::default()
        };
        let check = |form: &ClaimForm| form.check(("ct-aimh", true), &[], date(2026, 3, 2));

        let wrong = check(&form).unwrap_err();
        assert_eq!(wrong.with("name"), Some("problem-missing"));
        assert_eq!(wrong.with("until"), Some("membership-is-over"));
        let right = ClaimForm { name: "Sample".into(), until: "2026-12-31".into(), ..form.clone() };
        assert!(check(&right).is_ok());
        let foreign = ClaimForm { document: Uuid::nil().to_string(), ..right.clone() };
        assert_eq!(check(&foreign).unwrap_err().with("document"), Some("problem-choose"));
        assert!(right.check(("ct-aimh", false), &[], date(2026, 3, 2)).is_err());
    }
}
