//! The chain: the exact text of a deed, and its hash. `docs/audit-format.md` is its description; a
//! deed is written into it and checked in an export by the same lines here.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// The name of the format, and the first word of everything that is hashed or signed in it.
pub const FORMAT: &str = "endorse-audit/1";

/// What stands for the hash before the first deed.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A deed as an export holds it: one line. Its members stand in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The first is 1; none is left out. `None` only in a row that was put in beside the chain.
    pub number: Option<u64>,
    /// The row's own id.
    pub id: String,
    /// When, in UTC, to the microsecond.
    pub at: String,
    /// As what the person acted: `applicant`, `coordinator`, `system`.
    pub actor: String,
    /// Who, if they have an account.
    pub person: Option<String>,
    /// For whom, if somebody acted for somebody else.
    pub on_behalf_of: Option<String>,
    /// What was done, as a word.
    pub verb: String,
    /// To what kind of thing.
    pub object: String,
    /// To which.
    pub object_id: Option<String>,
    /// The application it belongs to.
    pub application: Option<String>,
    /// A digest of the few words more, if there are any: see [`sealed`].
    pub detail: Option<String>,
    /// The hash over all of this and the hash before it.
    pub hash: Option<String>,
}

impl Line {
    /// The hash of this deed, as it must be after the hash before it.
    #[must_use]
    pub fn hash_after(&self, association: &str, previous: &str) -> String {
        digest(&self.text(association, previous))
    }

    /// What is hashed: a name, `=` and a value to each line; nothing after the `=` of what is not
    /// there.
    #[must_use]
    pub fn text(&self, association: &str, previous: &str) -> String {
        let number = self.number.map(|it| it.to_string()).unwrap_or_default();
        let or_nothing = |it: &Option<String>| it.clone().unwrap_or_default();
        lines(
            "deed",
            &[
                ("association", association),
                ("previous", previous),
                ("number", &number),
                ("id", &self.id),
                ("at", &self.at),
                ("actor", &self.actor),
                ("person", &or_nothing(&self.person)),
                ("on_behalf_of", &or_nothing(&self.on_behalf_of)),
                ("verb", &self.verb),
                ("object", &self.object),
                ("object_id", &or_nothing(&self.object_id)),
                ("application", &or_nothing(&self.application)),
                ("detail", &or_nothing(&self.detail)),
            ],
        )
    }

    /// Whether every value is one word of printable ASCII: then no two deeds have the same text.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let needed = [&self.id, &self.at, &self.actor, &self.verb, &self.object];
        let others =
            [&self.person, &self.on_behalf_of, &self.object_id, &self.application, &self.detail];
        needed.into_iter().chain(others.into_iter().flatten()).all(|it| is_word(it))
    }
}

/// One or more characters of printable ASCII, none of them a space.
#[must_use]
pub fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_graphic())
}

/// What is signed at the end of an export: what it is an export of, how many deeds, and the last
/// one's hash.
#[must_use]
pub fn end_text(head: &Head, count: u64, hash: &str) -> String {
    let count = count.to_string();
    lines(
        "end",
        &[
            ("association", &head.association),
            ("issuer", &head.issuer),
            ("exported_at", &head.exported_at),
            ("count", &count),
            ("head", hash),
        ],
    )
}

/// The first line of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// [`FORMAT`]
    pub format: String,
    /// Whose record.
    pub association: String,
    /// Who signs at the end: a DID.
    pub issuer: String,
    /// When it was written.
    pub exported_at: String,
}

/// The last line of an export. By itself it is a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// How many deeds there are.
    pub count: u64,
    /// The hash of the last.
    pub head: String,
    /// The id of the key that signed.
    pub key: String,
    /// The signature over [`end_text`], in hexadecimal.
    pub signature: String,
}

/// The digest that stands for the words of a deed: an export tells nobody what they say, and whoever
/// is shown them and the salt can see that they are the ones.
#[must_use]
pub fn sealed(salt: Uuid, words: &str) -> String {
    digest(&format!("{salt}\n{words}"))
}

fn lines(what: &str, values: &[(&str, &str)]) -> String {
    let mut text = format!("{FORMAT} {what}\n");
    for (name, value) in values {
        text.push_str(name);
        text.push('=');
        text.push_str(value);
        text.push('\n');
    }
    text
}

fn digest(text: &str) -> String {
    hex::encode(Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page that describes the format.
    const PAGE: &str = include_str!("../../../../docs/audit-format.md");

    /// The blocks of the page's example, without their marks.
    fn example() -> Vec<&'static str> {
        let part = PAGE.split("## An example").nth(1).unwrap_or_default();
        part.split("```")
            .skip(1)
            .step_by(2)
            .map(|it| &it[it.find('\n').unwrap_or(0) + 1..])
            .collect()
    }

    #[test]
    fn the_example_on_the_page_is_what_is_hashed() {
        let blocks = example();
        let file: Vec<&str> = blocks[0].lines().collect();
        let (first, second) = (read(file[1]), read(file[2]));
        assert_eq!(serde_json::to_string(&first).unwrap_or_default(), file[1]);

        assert_eq!(first.text("ct-aimh", GENESIS), blocks[1]);
        assert_eq!(Some(first.hash_after("ct-aimh", GENESIS)), first.hash);
        let before = first.hash.unwrap_or_default();
        assert_eq!(Some(second.hash_after("ct-aimh", &before)), second.hash);
    }

    #[test]
    fn the_words_on_the_page_are_sealed_as_it_says() {
        let sentence = example()[2];
        let salt: Uuid = "8c9f0d54-3c1d-4f0e-9a52-6b1f4d2c7e90".parse().unwrap_or_default();
        assert!(sentence.starts_with(&format!("{salt}\nprocessing")), "{sentence}");
        let second = read(example()[0].lines().nth(2).unwrap_or_default());
        assert_eq!(Some(sealed(salt, "processing")), second.detail);
    }

    #[test]
    fn the_end_on_the_page_is_what_is_signed() {
        let blocks = example();
        let mut file = blocks[0].lines();
        let head: Head = serde_json::from_str(file.next().unwrap_or_default()).unwrap();
        let end: End = serde_json::from_str(file.nth(2).unwrap_or_default()).unwrap();

        let text = end_text(&head, end.count, &end.head);
        assert_eq!(text, blocks[3]);
        let key = credentials::IssuerKey::from_secret(&[7; 32]);
        assert_eq!(end.key, key.public().id(&head.issuer));
        assert_eq!(end.signature, hex::encode(key.sign_statement(&text)));
    }

    #[test]
    fn a_value_of_two_lines_is_not_plain() {
        let good = read(example()[0].lines().nth(1).unwrap_or_default());
        assert!(good.is_plain());
        for verb in ["", "a b", "a\nb", "ñ"] {
            assert!(!Line { verb: verb.into(), ..good.clone() }.is_plain(), "{verb:?}");
        }
        assert!(!Line { person: Some(String::new()), ..good }.is_plain());
    }

    fn read(line: &str) -> Line {
        serde_json::from_str(line).unwrap()
    }
}
