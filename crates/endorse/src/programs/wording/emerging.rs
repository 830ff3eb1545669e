//! The standing that one may have while some of a category is still open: in a sentence, and as JSON.

use rules::policy::Emerging;
use rules::{Assessment, Status};
use serde_json::{Value, json};

use super::document::sources;
use super::{Rules, title};
use crate::i18n::Lang;
use crate::programs::Rulebook;

/// What may still be open meanwhile, whether the rest is there, and how many months there then are, if
/// that is known. `None` where the rules know no such standing or nothing is open that may be.
#[must_use]
pub fn emerging(assessment: &Assessment, lang: Lang) -> Option<String> {
    let standing = assessment.emerging.as_ref()?;
    if standing.still_open.is_empty() {
        return None;
    }
    let open: Vec<String> = standing.still_open.iter().map(|id| title(*id, lang)).collect();
    let key = match standing.status {
        Status::Met => "rules-emerging-met",
        Status::NeedsPerson => "rules-emerging-needs-person",
        Status::Unmet => "rules-emerging-unmet",
    };
    let mut said = lang.say1(key, "open", lang.list(&open));
    if let Some(months) = standing.months {
        said = format!("{said} {}", lang.count("rules-emerging-months", i64::from(months)));
    }
    Some(said)
}

/// The same for programs: `None` where the rules know no such standing.
pub(super) fn value(program: &Rulebook, assessment: &Assessment) -> Option<Value> {
    let standing = assessment.emerging.as_ref()?;
    let rule: Option<&Emerging> = match Rules::of(program, assessment) {
        Some(Rules::Policy(policy)) => policy.emerging.as_ref(),
        Some(Rules::Renewal(_)) | None => None,
    };
    let open: Vec<&str> = standing.still_open.iter().map(|it| it.as_str()).collect();
    Some(json!({
        "status": standing.status.as_str(),
        "still_open": open,
        "months": standing.months,
        "text": rule.map(|it| json!({ "en": it.text.en, "es": it.text.es })),
        "source": rule.map(|it| sources(program, &it.source)).unwrap_or_default(),
    }))
}
