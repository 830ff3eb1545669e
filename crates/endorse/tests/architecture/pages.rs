//! Pages: no script, no style, no sentence of their own.

use crate::nothing;
use crate::reading::files;

/// Words that read the same in both languages, so that a page may hold them.
const SAME_IN_BOTH: &[&str] = &[
    "Endorse", "IMH-E", "ECMH-E", "PDF", "JSON", "English", "Español", "CT-AIMH", "Open", "Badge",
];

/// Tags that hold nothing for people to read.
const NOT_READ: &[&str] = &["<svg", "<code", "<kbd", "<script"];

/// Attributes that people do read, or hear.
const READ: &[&str] = &["alt", "title", "placeholder", "aria-label"];

#[test]
fn pages_hold_no_script_no_style_and_no_sentence() {
    let mut found = Vec::new();
    for file in files("crates/endorse/src", ".html") {
        found.extend(wrong_in(&file.text).into_iter().map(|it| format!("{}: {it}", file.path)));
    }
    nothing("pages", &found);
}

/// What a page holds and may not.
pub fn wrong_in(page: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let bare = without(&without(&without(page, "{#", "#}"), "{%", "%}"), "{{", "}}");
    let bare = without(&bare, "<!--", "-->");
    let mut rest = bare.as_str();
    while let Some(open) = rest.find('<') {
        wrong.extend(sentence(&without_attributes(&rest[..open])));
        let tag = &rest[open..open + tag_end(&rest[open..])];
        rest = &rest[open + tag.len()..];
        wrong.extend(inline(tag));
        let values = READ.iter().filter_map(|it| tag.split(&format!(" {it}=\"")).nth(1));
        wrong.extend(values.filter_map(|it| sentence(it.split('"').next().unwrap_or_default())));
        for name in NOT_READ.iter().filter(|it| tag.starts_with(*it) && !tag.ends_with("/>")) {
            rest = &rest[rest.find(&name.replace('<', "</")).unwrap_or(rest.len())..];
        }
    }
    wrong.extend(sentence(&without_attributes(rest)));
    wrong
}

/// A text without the parts between two marks, each left as a space.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut bare = text.to_owned();
    while let Some(start) = bare.find(open) {
        let end = bare[start..].find(close).map_or(bare.len(), |end| start + end + close.len());
        bare.replace_range(start..end, " ");
    }
    bare
}

/// A text without attributes that a macro will put into a tag, except those that people read.
fn without_attributes(text: &str) -> String {
    let mut bare = text.to_owned();
    while let Some(equals) = bare.find("=\"") {
        let of_a_name = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == ':';
        let start = bare[..equals].trim_end_matches(of_a_name).len();
        let length = bare[equals + 2..].find('"');
        let end = length.map_or(bare.len(), |length| equals + 3 + length);
        let read = READ.contains(&&bare[start..equals]);
        let kept = if read { bare[equals + 2..end].replace('"', " ") } else { " ".to_owned() };
        bare.replace_range(start..end, &kept);
    }
    bare
}

/// The end of the tag at the start, past any `>` in quotes.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, it) in tag.char_indices() {
        match (it, quote) {
            ('>', None) => return at + 1,
            ('"' | '\'', None) => quote = Some(it),
            (it, Some(open)) if it == open => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// A tag that brings script or style along: the pages' policy would refuse it.
fn inline(tag: &str) -> Option<String> {
    let lower = tag.to_lowercase();
    let style = lower.starts_with("<style") || lower.split_whitespace().any(is_style);
    let script = lower.starts_with("<script") && !lower.contains(" src=");
    let handler = lower.split_whitespace().skip(1).any(is_handler);
    let refused = style || script || handler || lower.contains("javascript:");
    refused.then(|| format!("script or style in the page: {tag}"))
}

fn is_style(attribute: &str) -> bool {
    attribute.starts_with("style=")
}

/// Whether an attribute is `onclick=` or the like.
fn is_handler(attribute: &str) -> bool {
    let name = attribute.split('=').next().unwrap_or_default();
    let letters = name.bytes().all(|it| it.is_ascii_lowercase());
    attribute.contains('=') && name.len() > 4 && name.starts_with("on") && letters
}

/// A text that says something in one language.
fn sentence(text: &str) -> Option<String> {
    let mut plain = text.to_owned();
    for same in SAME_IN_BOTH {
        plain = plain.replace(same, " ");
    }
    let says = |word: &str| {
        let letters = word.split(|it: char| !it.is_alphabetic());
        !word.starts_with('&') && letters.map(|run| run.chars().count()).any(|run| run > 2)
    };
    let found = plain.split_whitespace().any(says);
    found.then(|| format!("a sentence outside .ftl: {}", text.trim()))
}
