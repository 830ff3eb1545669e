//! The public document `endorse-assessment/1`.

use std::sync::Arc;

use rules::Assessment;
use serde_json::{Value, json};

use super::{Rules, emerging, tell};
use crate::i18n::Lang;
use crate::programs::Rulebook;

/// An assessment as the public JSON document, texts in both languages.
#[must_use]
pub fn document(program: &Rulebook, assessment: &Assessment) -> Value {
    let (english, spanish) =
        (tell(program, assessment, Lang::En), tell(program, assessment, Lang::Es));
    let rules = Rules::of(program, assessment);
    let requirements: Vec<Value> = assessment
        .findings
        .iter()
        .zip(english.iter().zip(&spanish))
        .map(|(finding, (en, es))| {
            let counted: Vec<Value> = finding
                .counted_entries
                .iter()
                .map(|it| json!({ "id": &*it.id, "amount": it.amount }))
                .collect();
            let excluded: Vec<Value> = finding
                .excluded_entries
                .iter()
                .zip(en.excluded_entries.iter().zip(&es.excluded_entries))
                .map(|(it, (en, es))| {
                    json!({
                        "id": &*it.id,
                        "amount": it.amount,
                        "reason": it.reason.as_str(),
                        "text": { "en": en.sentence, "es": es.sentence },
                    })
                })
                .collect();
            let text = rules
                .and_then(|it| it.requirement(finding))
                .map(|it| json!({ "en": it.text.en, "es": it.text.es }));
            let closes_with = en
                .closes_with
                .as_ref()
                .zip(es.closes_with.as_ref())
                .map(|(en, es)| json!({ "en": en, "es": es }));
            json!({
                "id": finding.id.as_str(),
                "stage": finding.stage.as_str(),
                "status": finding.status.as_str(),
                "unit": finding.unit.as_str(),
                "required": finding.required,
                "counted": finding.counted,
                "counted_entries": counted,
                "excluded_entries": excluded,
                "text": text,
                "closes_with": closes_with,
                "source": sources(program, &finding.source),
            })
        })
        .collect();
    let mut document = json!({
        "format": "endorse-assessment/1",
        "association": &*assessment.association,
        "category": &*assessment.category,
        "on": assessment.on.to_string(),
        "stage": assessment.stage.as_str(),
        "policy": {
            "version": &*assessment.version,
            "effective_from": assessment.effective_from.map(|it| it.to_string()),
            "effective_to": assessment.effective_to.map(|it| it.to_string()),
        },
        "status": assessment.status().as_str(),
        "requirements": requirements,
    });
    if let Some(standing) = emerging::value(program, assessment) {
        document["emerging"] = standing;
    }
    document
}

/// The documents that a rule was read in; a key that is not known any more stands as is.
pub(super) fn sources(program: &Rulebook, keys: &[Arc<str>]) -> Vec<String> {
    let document = |key: &str| program.source(key).map_or(key, |it| &it.document).to_owned();
    keys.iter().map(|key| document(key)).collect()
}
