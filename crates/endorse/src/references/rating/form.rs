//! What a rater answers. Items are named by their ids; every other field has an underscore in its
//! name, which no id has.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::programs::Program;
use crate::programs::rating::RatingForm;
use crate::typed::{self, Problems};

/// The longest text that is kept, in characters.
const LONGEST: usize = 10_000;

/// Answers as they are kept, from the first one on: exactly as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// The answer to each item, by the item's id.
    pub items: BTreeMap<String, String>,
    /// For how many months the two know each other.
    pub known_months: String,
    /// In which capacity.
    pub capacity: String,
    /// The rater's own category, if endorsed.
    pub endorsed_as: String,
    /// Since which day.
    pub endorsed_since: String,
    /// The recommendation's id.
    pub recommendation: String,
    /// What the reviewers should know.
    pub comment: String,
}

/// The whole form, with what is never kept before it is sent.
#[derive(Clone, Debug, Default)]
pub struct RatingTyped {
    pub answers: Answers,
    pub typed_name: String,
    pub attested: String,
    pub send_void: String,
}

/// A rating that may be sent.
#[derive(Clone, Debug)]
pub struct NewRating {
    pub answers: String,
    pub comment: String,
    pub recommendation: String,
    pub not_enough_information: i64,
    pub is_void: bool,
    pub endorsed: Option<(String, Date)>,
    pub typed_name: String,
}

/// Everything a browser sent, by name.
pub type Sent = BTreeMap<String, String>;

impl RatingTyped {
    /// Takes from what was sent what the form asks for, and nothing else.
    pub fn of(form: &RatingForm, mut sent: Sent) -> Self {
        let mut take = |name: &str| sent.remove(name).unwrap_or_default();
        let mut items = BTreeMap::new();
        for item in form.items() {
            let answer = take(&item.id);
            if form.choices().any(|it| it.id == answer) {
                items.insert(item.id.clone(), answer);
            }
        }
        Self {
            answers: Answers {
                items,
                known_months: take("known_months"),
                capacity: take("known_as"),
                endorsed_as: take("endorsed_as"),
                endorsed_since: take("endorsed_since"),
                recommendation: take("overall_recommendation"),
                comment: take("overall_comment"),
            },
            typed_name: take("typed_name"),
            attested: take("i_attest"),
            send_void: take("send_void"),
        }
    }

    /// Reads the whole form before complaining.
    pub fn check(
        &self,
        (form, program): (&'static RatingForm, &Program),
        today: Date,
    ) -> Result<NewRating, Problems> {
        let mut problems = Problems::default();
        let answers = &self.answers;
        for item in form.items().filter(|it| !answers.items.contains_key(&it.id)) {
            problems.note::<()>(&item.id, Err("rating-item-open"));
        }
        problems.note("known_months", months(&answers.known_months));
        problems.note("known_as", typed::line(&answers.capacity, 300));
        let endorsed = self.endorsed(program, today, &mut problems);
        let recommendation = self.recommendation(form, &mut problems);
        let comment = problems.note("overall_comment", self.comment(form));
        if problems.is_empty() && form.is_void(answers.not_enough(form)) && self.send_void != "yes"
        {
            problems.note::<()>("send_void", Err("rating-would-be-void"));
        }
        let typed_name = problems.note("typed_name", typed::line(&self.typed_name, 200));
        if self.attested != "yes" {
            problems.note::<()>("i_attest", Err("rating-attest-first"));
        }
        let not_enough = answers.not_enough(form);
        let kept = serde_json::to_string(answers);
        match (comment, typed_name, kept) {
            (Some(comment), Some(typed_name), Ok(kept)) if problems.is_empty() => Ok(NewRating {
                answers: kept,
                comment,
                recommendation,
                not_enough_information: i64::try_from(not_enough).unwrap_or(i64::MAX),
                is_void: form.is_void(not_enough),
                endorsed,
                typed_name,
            }),
            _ => Err(problems),
        }
    }

    fn endorsed(
        &self,
        program: &Program,
        today: Date,
        problems: &mut Problems,
    ) -> Option<(String, Date)> {
        let (category, since) = (&self.answers.endorsed_as, &self.answers.endorsed_since);
        if category.is_empty() && since.trim().is_empty() {
            return None;
        }
        let known = program.categories.iter().any(|it| it.id == *category);
        let known = if known { Ok(category.clone()) } else { Err("problem-choose") };
        let category = problems.note("endorsed_as", known);
        let since = problems.note("endorsed_since", typed::past_day(since, today));
        category.zip(since)
    }

    fn recommendation(&self, form: &RatingForm, problems: &mut Problems) -> String {
        let chosen = &self.answers.recommendation;
        if !form.recommendation.choices.iter().any(|it| it.id == *chosen) {
            problems.note::<()>("overall_recommendation", Err("problem-choose"));
        }
        chosen.clone()
    }

    fn comment(&self, form: &RatingForm) -> Result<String, &'static str> {
        let comment = typed::text(&self.answers.comment, LONGEST)?;
        let needed = form.recommendation.comment_needed.contains(&self.answers.recommendation);
        if needed && comment.is_empty() { Err("rating-say-why") } else { Ok(comment) }
    }
}

impl Answers {
    /// How many items were answered with "not enough information".
    pub fn not_enough(&self, form: &RatingForm) -> usize {
        self.items.values().filter(|it| **it == form.not_enough_information.id).count()
    }

    /// Whether there is anything to keep.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether every text is short enough to be kept.
    pub fn fits(&self) -> bool {
        let texts = [
            &self.known_months,
            &self.capacity,
            &self.endorsed_as,
            &self.endorsed_since,
            &self.recommendation,
            &self.comment,
        ];
        texts.iter().all(|it| it.chars().count() <= 2 * LONGEST)
    }
}

/// Whole months, written as a figure.
fn months(typed: &str) -> Result<u16, &'static str> {
    match typed.trim() {
        "" => Err("problem-missing"),
        typed => match typed.parse::<u16>() {
            Ok(months) if months <= 1200 => Ok(months),
            _ => Err("rating-not-months"),
        },
    }
}

/// What somebody types who does not want to answer.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RefusalForm {
    pub refusal_reason: String,
    pub refusal_suggestion: String,
    pub refusal_name: String,
}

impl RefusalForm {
    /// Name, reason and suggestion.
    pub fn check(&self) -> Result<(String, String, Option<String>), Problems> {
        let mut problems = Problems::default();
        let reason = typed::text(&self.refusal_reason, 1_000)
            .and_then(|it| if it.is_empty() { Err("problem-missing") } else { Ok(it) });
        let reason = problems.note("refusal_reason", reason);
        let suggestion =
            problems.note("refusal_suggestion", typed::line_or_none(&self.refusal_suggestion, 200));
        let name = problems.note("refusal_name", typed::line(&self.refusal_name, 200));
        match (name, reason, suggestion) {
            (Some(name), Some(reason), Some(suggestion)) => Ok((name, reason, suggestion)),
            _ => Err(problems),
        }
    }
}
