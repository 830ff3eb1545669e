//! What a badge is for: the category with the requirements that were in force.

use serde_json::{Map, Value, json};

/// An achievement of Open Badges 3.0: a category of endorsement in one edition, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Achievement {
    /// The address of this edition; the same for all associations.
    pub id: String,
    /// The edition, as `2024-01`.
    pub version: String,
    /// The language of the texts, as `en` or `es`.
    pub language: String,
    /// The short form, as `IMHM-C`.
    pub code: String,
    /// The name in full.
    pub name: String,
    /// What it stands for, and that it is not a license to practice.
    pub description: String,
    /// What was asked.
    pub criteria: Criteria,
    /// Who made the achievement, where that is not the issuer.
    pub creator: Option<Creator>,
    /// The field, where it is stated.
    pub field_of_study: Option<String>,
    /// The specialization, where the category has one.
    pub specialization: Option<String>,
    /// A picture, where there is one.
    pub image: Option<Image>,
}

/// What was asked, in full, so that it can be read years later without any site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criteria {
    /// The address of the requirements.
    pub url: String,
    /// The requirements in force, as Markdown.
    pub narrative: String,
}

/// Who made an achievement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Creator {
    /// The DID.
    pub did: String,
    /// The name.
    pub name: String,
}

/// A picture by its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The address.
    pub url: String,
    /// What it shows.
    pub caption: String,
}

impl Achievement {
    /// The achievement as JSON-LD, without what is not stated.
    #[must_use]
    pub fn document(&self) -> Map<String, Value> {
        let mut out = Map::new();
        let mut say = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                out.insert(name.into(), value);
            }
        };
        let text = |it: &str| Some(Value::from(it));
        say("id", text(&self.id));
        say("type", Some(json!(["Achievement"])));
        // Time-limited, revocable, renewable: 1EdTech's definition of a certification.
        say("achievementType", text("Certification"));
        say("version", text(&self.version));
        say("inLanguage", text(&self.language));
        say("humanCode", text(&self.code));
        say("name", text(&self.name));
        say("description", text(&self.description));
        say("fieldOfStudy", self.field_of_study.as_deref().map(Value::from));
        say("specialization", self.specialization.as_deref().map(Value::from));
        say(
            "creator",
            self.creator
                .as_ref()
                .map(|it| json!({"id": it.did, "type": ["Profile"], "name": it.name})),
        );
        say(
            "criteria",
            Some(json!({"id": self.criteria.url, "narrative": self.criteria.narrative})),
        );
        say("image", self.image.as_ref().map(Image::document));
        out
    }
}

impl Image {
    /// The picture as JSON-LD.
    pub(crate) fn document(&self) -> Value {
        json!({"id": self.url, "type": "Image", "caption": self.caption})
    }
}
