//! What raters said, in full: for reviewers and the coordinator, who show it with the page
//! `references/rating.html` (it wants `rating` and `frame`).

mod rows;

use db::Tx;
use jiff::civil::Date;
use uuid::Uuid;

use super::rating::Answers;
use crate::app;
use crate::i18n::Lang;
use crate::programs::rating::RatingForm;
use crate::programs::{Program, Text};
use crate::typed::folded;

/// A rating that has come in, with everything that was said. Never for the applicant who waived.
#[derive(Clone, Debug)]
pub struct Rating {
    /// The request.
    pub id: Uuid,
    /// The relation, as a word; its name is the text `references-relation-…`.
    pub relation: String,
    /// Who was asked.
    pub rater_name: String,
    /// The name typed under the attestation.
    pub attested_name: String,
    /// Whether the applicant waived the right to read it.
    pub is_waived: bool,
    /// Whether it has too many "not enough information" answers to count.
    pub is_void: bool,
    /// How many "not enough information" answers it has.
    pub not_enough_information: i64,
    /// For how many months the two know each other, as typed.
    pub known_months: String,
    /// In which capacity.
    pub capacity: String,
    /// The rater's own endorsement, as they say: category and first day.
    pub endorsed: Option<(Text, Date)>,
    /// The recommendation in words.
    pub recommendation: Text,
    /// The comment; empty if there is none.
    pub comment: String,
    /// Whether low answers come with an unreserved recommendation, so that somebody should ask.
    pub is_inconsistent: bool,
    /// The answers, part by part.
    pub parts: Vec<Part>,
}

impl Rating {
    /// Whether the name under the attestation is not the name of who was asked; accents, capitals
    /// and double spaces aside.
    #[must_use]
    pub fn is_signed_otherwise(&self) -> bool {
        folded(&self.attested_name) != folded(&self.rater_name)
    }

    /// Since when the rater is endorsed, as people write it; empty if they are not.
    #[must_use]
    pub fn endorsed_since(&self, lang: &Lang) -> String {
        self.endorsed.as_ref().map(|(_, from)| lang.day(*from)).unwrap_or_default()
    }
}

/// A part of the form, answered.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its title.
    pub title: Text,
    /// Each item with its answer.
    pub answers: Vec<(Text, Text)>,
}

/// Every rating of an application that has come in and was not replaced, the first first.
///
/// # Errors
///
/// When the database refuses or a row is damaged.
pub async fn contents(tx: &mut Tx, application: Uuid) -> anyhow::Result<Vec<Rating>> {
    let mut ratings = Vec::new();
    for row in rows::of(tx, application).await? {
        let program = app::programs()?.of(&row.association_id);
        let program = program.ok_or_else(|| anyhow::anyhow!("no {}", row.association_id))?;
        ratings.push(read(program, row)?);
    }
    Ok(ratings)
}

/// Somebody who did not want to rate, and why.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Declined {
    /// The request.
    pub id: Uuid,
    /// Why, if they said.
    pub decline_reason: Option<String>,
}

/// Everybody who did not want to rate for an application.
///
/// # Errors
///
/// When the database refuses.
pub async fn declined(tx: &mut Tx, application: Uuid) -> Result<Vec<Declined>, db::Error> {
    rows::declined(tx, application).await
}

fn read(program: &Program, row: rows::Full) -> anyhow::Result<Rating> {
    let form = program.rating.for_relation(&row.relation);
    let answers: Answers = serde_json::from_str(&row.answers)?;
    let chosen = row.recommendation.unwrap_or_default();
    let recommendation = form.recommendation.choices.iter().find(|it| it.id == chosen);
    let endorsed = row.rater_category.zip(row.rater_category_from);
    let name = |id: &str| program.category(id).map(|it| it.name.clone()).unwrap_or_default();
    Ok(Rating {
        id: row.id,
        relation: row.relation,
        rater_name: row.rater_name,
        attested_name: row.attested_name.unwrap_or_default(),
        is_waived: row.waived_at.is_some(),
        is_void: row.void_at.is_some(),
        not_enough_information: row.not_enough_information,
        endorsed: endorsed.map(|(category, from)| (name(&category), from.0)),
        recommendation: recommendation.map(|it| it.label.clone()).unwrap_or_default(),
        comment: row.comment.unwrap_or_default(),
        is_inconsistent: is_inconsistent(form, &answers, &chosen),
        parts: parts(form, &answers),
        known_months: answers.known_months,
        capacity: answers.capacity,
    })
}

fn parts(form: &RatingForm, answers: &Answers) -> Vec<Part> {
    let words = |id: &String| {
        let answer = answers.items.get(id);
        let choice = form.choices().find(|it| Some(&it.id) == answer);
        choice.map(|it| it.label.clone()).unwrap_or_default()
    };
    let part = |it: &crate::programs::rating::Part| Part {
        title: it.title.clone(),
        answers: it.items.iter().map(|item| (item.text.clone(), words(&item.id))).collect(),
    };
    form.parts.iter().map(part).collect()
}

/// Whether a third or more of the ratings are in the lower half of the scale and the recommendation
/// is without reserve. Such forms puzzle reviewers; no association's figure was found, so this one
/// is the product's own, and only a hint.
fn is_inconsistent(form: &RatingForm, answers: &Answers, recommendation: &str) -> bool {
    let rank = |answer: &String| form.scale.iter().position(|it| it.id == *answer);
    let ranks: Vec<usize> = answers.items.values().filter_map(rank).collect();
    let low = ranks.iter().filter(|it| **it < form.scale.len() / 2).count();
    let without_reserve = form.recommendation.choices.first().map(|it| it.id.as_str());
    without_reserve == Some(recommendation) && low > 0 && low * 3 >= ranks.len()
}
