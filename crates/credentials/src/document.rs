//! A credential as it arrives: JSON from a stranger, read with limits and without two meanings.
//!
//! A proof covers the RDF that a document stands for, not its text. So the text must say exactly
//! what the RDF says: no member twice, none that RDF would drop, none under another name. Whatever
//! could be read in two ways is refused here, before anybody looks at the proof.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// The longest document that is read, in bytes.
pub const MAX_BYTES: usize = 256 * 1024;
/// The most objects in one document, nested ones included.
pub const MAX_OBJECTS: usize = 300;
/// The most values in one document: members and elements of lists.
pub const MAX_VALUES: usize = 4_000;
/// How deep objects and lists may be nested.
pub const MAX_DEPTH: usize = 24;

/// Why a text is not a document that can be checked.
///
/// Places are written as in `credentialSubject.achievement.alignment[2].targetUrl`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// Longer than [`MAX_BYTES`].
    #[error("it is longer than {MAX_BYTES} bytes")]
    TooLong,
    /// Not JSON, or a member stands twice in an object. Says where.
    #[error("it is not JSON: {0}")]
    NotJson(String),
    /// JSON, but not one object.
    #[error("it is not a JSON object")]
    NotAnObject,
    /// More than [`MAX_OBJECTS`], [`MAX_VALUES`] or [`MAX_DEPTH`].
    #[error("it has too many parts")]
    TooManyParts,
    /// `null`, an empty list, an empty object or a list in a list: RDF has no place for these.
    #[error("{0} is empty")]
    Empty(String),
    /// A list directly in a list.
    #[error("{0} is a list in a list")]
    ListInList(String),
    /// A member whose name is a keyword or an address, and so could stand in for another member.
    #[error("{0} is not a name that a member may have")]
    OtherName(String),
    /// An `id` that names nothing outside the document.
    #[error("{0} is not an absolute address")]
    BlankId(String),
}

impl Malformed {
    /// The same in one word for programs; stable.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "too-long",
            Self::NotJson(_) => "not-json",
            Self::NotAnObject => "not-an-object",
            Self::TooManyParts => "too-many-parts",
            Self::Empty(_) => "empty-member",
            Self::ListInList(_) => "list-in-list",
            Self::OtherName(_) => "member-name",
            Self::BlankId(_) => "blank-id",
        }
    }
}

/// A JSON object that is safe to look at: bounded, and with one meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Document(Map<String, Value>);

impl Document {
    /// Reads a document.
    ///
    /// # Errors
    ///
    /// [`Malformed`], with the place.
    pub fn read(bytes: &[u8]) -> Result<Self, Malformed> {
        match read_json(bytes)? {
            Value::Object(members) => Self::try_from(members),
            _ => Err(Malformed::NotAnObject),
        }
    }

    /// A member of the outermost object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A text, found by a path of names of single objects.
    #[must_use]
    pub fn text(&self, path: &[&str]) -> Option<&str> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.0.get(*first)?, |at, name| at.get(name))?.as_str()
    }

    /// All members.
    #[must_use]
    pub fn members(&self) -> &Map<String, Value> {
        &self.0
    }

    /// The issuer's id, whether it stands alone or in a profile.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        let issuer = self.get("issuer")?;
        issuer.as_str().or_else(|| issuer.get("id")?.as_str())
    }

    /// Whether `type` is a list that contains this type.
    #[must_use]
    pub fn is_a(&self, kind: &str) -> bool {
        self.get("type").is_some_and(|types| has_type(types, kind))
    }
}

impl TryFrom<Map<String, Value>> for Document {
    type Error = Malformed;

    fn try_from(members: Map<String, Value>) -> Result<Self, Malformed> {
        let mut look = Look::default();
        for (name, value) in &members {
            // The one keyword, in the one place, that a credential needs.
            if name != "@context" {
                look.member(name, value, name, 1)?;
            }
        }
        Ok(Self(members))
    }
}

/// Whether a `type` (one text or a list of them) names this type, letter by letter.
pub(crate) fn has_type(types: &Value, kind: &str) -> bool {
    match types {
        Value::String(one) => one == kind,
        Value::Array(all) => all.iter().any(|it| it.as_str() == Some(kind)),
        _ => false,
    }
}

/// Reads JSON, refusing a member that stands twice in an object, and anything over [`MAX_BYTES`].
pub(crate) fn read_json(bytes: &[u8]) -> Result<Value, Malformed> {
    if bytes.len() > MAX_BYTES {
        return Err(Malformed::TooLong);
    }
    let read: Result<Once, _> = serde_json::from_slice(bytes);
    read.map(|it| it.0).map_err(|error| Malformed::NotJson(error.to_string()))
}

/// Counts while it looks at every value.
#[derive(Default)]
struct Look {
    objects: usize,
    values: usize,
}

impl Look {
    fn member(
        &mut self,
        name: &str,
        value: &Value,
        place: &str,
        depth: usize,
    ) -> Result<(), Malformed> {
        // `cred:validUntil` or `https://…#validUntil` means `validUntil` to the proof, and nothing
        // to whoever looks for `validUntil`.
        if name.is_empty() || name.starts_with('@') || name.contains(':') {
            return Err(Malformed::OtherName(place.into()));
        }
        if name == "id" && !value.as_str().is_some_and(is_absolute) {
            return Err(Malformed::BlankId(place.into()));
        }
        self.value(value, place, depth)
    }

    fn value(&mut self, value: &Value, place: &str, depth: usize) -> Result<(), Malformed> {
        self.values += 1;
        if self.values > MAX_VALUES || depth > MAX_DEPTH {
            return Err(Malformed::TooManyParts);
        }
        match value {
            Value::Null => Err(Malformed::Empty(place.into())),
            Value::Array(all) if all.is_empty() => Err(Malformed::Empty(place.into())),
            Value::Object(members) if members.is_empty() => Err(Malformed::Empty(place.into())),
            Value::Array(all) => all.iter().enumerate().try_for_each(|(at, element)| {
                let place = format!("{place}[{at}]");
                if element.is_array() {
                    return Err(Malformed::ListInList(place));
                }
                self.value(element, &place, depth + 1)
            }),
            Value::Object(members) => {
                self.objects += 1;
                if self.objects > MAX_OBJECTS {
                    return Err(Malformed::TooManyParts);
                }
                members.iter().try_for_each(|(name, value)| {
                    self.member(name, value, &format!("{place}.{name}"), depth + 1)
                })
            }
            Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
        }
    }
}

/// Whether an id begins with a scheme, so that it means the same wherever it is read.
fn is_absolute(id: &str) -> bool {
    id.split_once(':').is_some_and(|(scheme, rest)| {
        !rest.is_empty()
            && scheme.starts_with(|it: char| it.is_ascii_alphabetic())
            && scheme.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it))
    })
}

/// JSON in which every member stands once.
struct Once(Value);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(OnceVisitor)
    }
}

struct OnceVisitor;

impl<'de> Visitor<'de> for OnceVisitor {
    type Value = Once;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Once, E> {
        Ok(Once(Value::Null))
    }

    fn visit_bool<E>(self, it: bool) -> Result<Once, E> {
        Ok(Once(Value::Bool(it)))
    }

    fn visit_i64<E>(self, it: i64) -> Result<Once, E> {
        Ok(Once(Value::Number(it.into())))
    }

    fn visit_u64<E>(self, it: u64) -> Result<Once, E> {
        Ok(Once(Value::Number(it.into())))
    }

    fn visit_f64<E: de::Error>(self, it: f64) -> Result<Once, E> {
        Number::from_f64(it)
            .map(|it| Once(Value::Number(it)))
            .ok_or_else(|| E::custom("not finite"))
    }

    fn visit_str<E>(self, it: &str) -> Result<Once, E> {
        Ok(Once(Value::String(it.into())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Once, A::Error> {
        let mut all = Vec::new();
        while let Some(Once(it)) = from.next_element()? {
            all.push(it);
        }
        Ok(Once(Value::Array(all)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Once, A::Error> {
        let mut members = Map::new();
        while let Some((name, Once(value))) = from.next_entry::<String, Once>()? {
            if members.contains_key(&name) {
                return Err(de::Error::custom(format_args!("{name:?} stands twice")));
            }
            members.insert(name, value);
        }
        Ok(Once(Value::Object(members)))
    }
}
