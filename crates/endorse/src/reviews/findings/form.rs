//! What a reviewer says about one requirement.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// What may be said about a requirement.
pub const VERDICTS: [&str; 3] = ["agree", "question", "disagree"];

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct FindingForm {
    pub requirement: String,
    pub verdict: String,
    pub comment: String,
}

/// A verdict and what is said about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Judged {
    pub verdict: Option<&'static str>,
    pub comment: String,
}

impl FindingForm {
    /// Whoever does not agree says why.
    pub fn check(&self) -> Result<Judged, Problems> {
        let mut problems = Problems::default();
        let verdict = VERDICTS.into_iter().find(|it| *it == self.verdict).ok_or("problem-choose");
        let verdict = problems.note("verdict", verdict);
        let comment = typed::text(&self.comment, 4000).and_then(|comment| {
            let silent = comment.is_empty() && verdict.is_some_and(|it| it != "agree");
            if silent { Err("reviews-say-why") } else { Ok(comment) }
        });
        match (verdict, problems.note("comment", comment)) {
            (Some(verdict), Some(comment)) => Ok(Judged { verdict: Some(verdict), comment }),
            _ => Err(problems),
        }
    }

    /// What is kept while it is being typed: nothing needs to be there yet.
    pub fn draft(&self) -> Judged {
        let comment: String =
            self.comment.trim().replace("\r\n", "\n").chars().take(4000).collect();
        let verdict = VERDICTS.into_iter().find(|it| *it == self.verdict);
        // Without its reason a doubt is not judged yet.
        let silent = comment.is_empty() && verdict.is_some_and(|it| it != "agree");
        Judged { verdict: verdict.filter(|_| !silent), comment }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_does_not_agree_says_why() {
        let form = |verdict: &str, comment: &str| FindingForm {
            requirement: "training.total".to_owned(),
            verdict: verdict.to_owned(),
            comment: comment.to_owned(),
        };

        assert!(form("agree", "").check().is_ok());
        assert_eq!(
            form("question", " ").check().unwrap_err().with("comment"),
            Some("reviews-say-why")
        );
        assert!(form("disagree", "Not taught.").check().is_ok());
        assert!(form("", "Hm").check().is_err());
        assert_eq!(form("disagree", "").draft().verdict, None);
    }
}
