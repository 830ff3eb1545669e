//! What a reviewer says about one requirement.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// What may be said about a requirement.
pub const VERDICTS: [&str; 3] = ["agree", "question", "disagree"];

/// The longest comment or question, in characters.
const LONGEST: usize = 4000;

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct FindingForm {
    pub requirement: String,
    pub verdict: String,
    pub comment: String,
    pub question: String,
}

/// A verdict, what is said about it to the coordinator, and what the applicant is asked.
#[derive(Debug, PartialEq, Eq)]
pub struct Judged {
    pub verdict: Option<&'static str>,
    pub comment: String,
    pub question: String,
}

impl FindingForm {
    /// Whoever does not agree says why, to the coordinator or as a question to the applicant.
    pub fn check(&self) -> Result<Judged, Problems> {
        let mut problems = Problems::default();
        let verdict = VERDICTS.into_iter().find(|it| *it == self.verdict).ok_or("problem-choose");
        let verdict = problems.note("verdict", verdict);
        let question = problems.note("question", typed::text(&self.question, LONGEST));
        let asks = !self.question.trim().is_empty();
        let comment = typed::text(&self.comment, LONGEST).and_then(|comment| {
            let silent = comment.is_empty() && !asks && verdict.is_some_and(|it| it != "agree");
            if silent { Err("reviews-say-why") } else { Ok(comment) }
        });
        match (verdict, problems.note("comment", comment), question) {
            (Some(verdict), Some(comment), Some(question)) => {
                Ok(Judged { verdict: Some(verdict), comment, question })
            }
            _ => Err(problems),
        }
    }

    /// What is kept while it is being typed: nothing needs to be there yet.
    pub fn draft(&self) -> Judged {
        let cut = |it: &str| -> String {
            it.trim().replace("\r\n", "\n").chars().take(LONGEST).collect()
        };
        let (comment, question) = (cut(&self.comment), cut(&self.question));
        let verdict = VERDICTS.into_iter().find(|it| *it == self.verdict);
        // Without its reason a doubt is not judged yet.
        let is_silent = comment.is_empty() && question.is_empty();
        let silent = is_silent && verdict.is_some_and(|it| it != "agree");
        Judged { verdict: verdict.filter(|_| !silent), comment, question }
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
            question: String::new(),
        };

        assert!(form("agree", "").check().is_ok());
        assert_eq!(
            form("question", " ").check().unwrap_err().with("comment"),
            Some("reviews-say-why")
        );
        assert!(form("disagree", "Not taught.").check().is_ok());
        let asked = FindingForm { question: "Who?".to_owned(), ..form("question", "") };
        assert!(asked.check().is_ok());
        assert!(form("", "Hm").check().is_err());
        assert_eq!(form("disagree", "").draft().verdict, None);
    }
}
