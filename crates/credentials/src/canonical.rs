//! From a document to the text that is hashed and signed: JSON-LD to RDF, RDF to its canonical form.
//!
//! Two guards stand before the text is believed. JSON-LD drops quietly what it cannot express (a
//! term that no context defines, an address that is none), and what is dropped is not signed: so the
//! statements are counted against the document's members, and a document of which anything is
//! missing is refused. And canonical naming takes time exponential in the number of nodes that look
//! alike: so those are counted first.

use std::collections::{BTreeMap, BTreeSet};

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use oxrdf::vocab::rdf;
use oxrdf::{Dataset, NamedOrBlankNodeRef, Quad, TermRef};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::contexts;

/// The most nameless nodes that may look alike before their neighbors are looked at.
const MAX_ALIKE: usize = 12;
/// The one term of the contexts whose values are an ordered list.
const ORDERED: &str = "allowedValue";

/// Why a document has no canonical form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCanonical {
    /// A context outside the closed set, or not a list of addresses.
    #[error("its contexts are not those of a badge")]
    Contexts,
    /// JSON-LD that cannot be read.
    #[error("its linked data cannot be read: {0}")]
    Unreadable(String),
    /// Something in it has no meaning in its contexts, and would not be signed.
    #[error("something in it has no meaning in its contexts, so that no proof covers it")]
    Dropped,
    /// Nodes that look alike, more than can be told apart in reasonable time.
    #[error("too many of its parts look alike")]
    Alike,
}

/// The addresses in `@context`, if it is a list of addresses from the closed set, none twice.
pub(crate) fn known_contexts(context: Option<&Value>) -> Option<Vec<&str>> {
    let named: Option<Vec<&str>> = context?.as_array()?.iter().map(Value::as_str).collect();
    let named = named?;
    let distinct: BTreeSet<&str> = named.iter().copied().collect();
    let known = named.iter().all(|url| contexts::text(url).is_some());
    (known && distinct.len() == named.len()).then_some(named)
}

/// SHA-256 of the canonical form (RDFC-1.0) of an object with its contexts.
pub(crate) fn digest(object: &Map<String, Value>) -> Result<[u8; 32], NotCanonical> {
    Ok(Sha256::digest(text(object)?.as_bytes()).into())
}

/// The canonical form: N-Quads, sorted, a line each.
pub(crate) fn text(object: &Map<String, Value>) -> Result<String, NotCanonical> {
    known_contexts(object.get("@context")).ok_or(NotCanonical::Contexts)?;
    let json = Value::Object(object.clone()).to_string();
    let quads = JsonLdParser::new()
        .for_slice(&json)
        .with_load_document_callback(|url, _| match contexts::text(url) {
            Some(text) => {
                Ok(JsonLdRemoteDocument { document: text.into(), document_url: url.into() })
            }
            None => Err("not in the closed set".into()),
        })
        .collect::<Result<Vec<Quad>, _>>()
        .map_err(|error| NotCanonical::Unreadable(error.to_string()))?;
    if quads.iter().filter(|it| it.predicate != rdf::REST).count() != statements(object) {
        return Err(NotCanonical::Dropped);
    }
    if alike(&quads) > MAX_ALIKE {
        return Err(NotCanonical::Alike);
    }
    let mut dataset: Dataset = quads.into_iter().collect();
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 {
        hash_algorithm: CanonicalizationHashAlgorithm::Sha256,
    });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Ok(lines.concat())
}

/// How many statements an object makes: one for every value of every member, and one more for
/// the list itself where order matters. The links of such a list are not counted.
fn statements(object: &Map<String, Value>) -> usize {
    object
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "@context" | "id"))
        .map(|(name, value)| {
            let elements = match value {
                Value::Array(all) => all.as_slice(),
                one => std::slice::from_ref(one),
            };
            let nested: usize = elements.iter().filter_map(Value::as_object).map(statements).sum();
            elements.len() + nested + usize::from(name == ORDERED)
        })
        .sum()
}

/// How many nameless nodes share their first look (RDFC-1.0 §4.6) with another.
fn alike(quads: &[Quad]) -> usize {
    let mut looks: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for quad in quads {
        let subject = match quad.subject.as_ref() {
            NamedOrBlankNodeRef::BlankNode(node) => Some(node.as_str()),
            NamedOrBlankNodeRef::NamedNode(_) => None,
        };
        let object = match quad.object.as_ref() {
            TermRef::BlankNode(node) => Some(node.as_str()),
            _ => None,
        };
        for node in [subject, object].into_iter().flatten() {
            let name = |it: Option<&str>, named: String| match it {
                Some(it) if it == node => "_:a".into(),
                Some(_) => "_:z".into(),
                None => named,
            };
            let look = format!(
                "{} {} {}",
                name(subject, quad.subject.to_string()),
                quad.predicate,
                name(object, quad.object.to_string()),
            );
            looks.entry(node).or_default().push(look);
        }
    }
    let mut groups: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for (_, mut look) in looks {
        look.sort_unstable();
        *groups.entry(look).or_default() += 1;
    }
    groups.into_values().filter(|many| *many > 1).sum()
}
