//! What changes from one version of rules to another, in words: for whoever is held to one of them, and
//! for whoever compares two programs.

use rules::change::{self, Direction};
use rules::{Policy, RequirementId};

use super::title;
use crate::i18n::Lang;
use crate::programs::in_lang;

/// What becomes of one requirement, in a language.
#[derive(Clone, Debug)]
pub struct ToldChange<'a> {
    /// Which requirement.
    pub id: RequirementId,
    /// Which way it changes; never [`Direction::Same`].
    pub direction: Direction,
    /// Harder, easier, new, gone or otherwise, in a word or two.
    pub word: String,
    /// The requirement's name.
    pub title: String,
    /// What was asked; `None` if nothing.
    pub was: Option<&'a str>,
    /// What is asked; `None` if nothing.
    pub will: Option<&'a str>,
}

/// What changes from one version to another, requirement by requirement; what asks the same is left
/// out.
#[must_use]
pub fn changes<'a>(before: &'a Policy, after: &'a Policy, lang: Lang) -> Vec<ToldChange<'a>> {
    let text = |of: &'a Policy, id| of.requirement(id).map(|it| in_lang(&it.text, lang));
    let all = change::between(before, after).into_iter();
    all.filter(|it| it.direction != Direction::Same)
        .map(|it| ToldChange {
            id: it.id,
            direction: it.direction,
            word: direction(it.direction, lang),
            title: title(it.id, lang),
            was: text(before, it.id),
            will: text(after, it.id),
        })
        .collect()
}

/// A direction in a word or two: "Asks more".
#[must_use]
pub fn direction(it: Direction, lang: Lang) -> String {
    lang.say(&format!("rules-change-{}", it.as_str())).into_owned()
}
