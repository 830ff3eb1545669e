//! The texts that people sign: every version of every agreement, in both languages, by its hash.
//!
//! A text is a file `agreements/<id>/<version>.<language>.md`: a TOML head between lines of `+++`,
//! then headings, paragraphs and lists. The hash is over the whole file, byte for byte, so that
//! anyone can recompute it with `sha256sum`. `agreements/index.toml` lists the versions with their
//! hashes: a text that was changed after it was listed is refused, because people may have signed it.

use anyhow::{Context, bail};
use jiff::civil::Date;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd, html};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::Text;
use super::association::parsed;
use crate::i18n::Lang;

/// Every version of every agreement of an association.
#[derive(Clone, Debug)]
pub struct Agreements {
    versions: Vec<Agreement>,
    sample_notice: Text,
}

/// One version of an agreement.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// What is agreed to: `code-of-ethics` or `endorsement-agreement`.
    pub id: String,
    /// Its version, unique for the id.
    pub version: String,
    /// The first day on which it is the one to sign; absent if it was so before any other.
    pub effective_from: Option<Date>,
    /// Whether it is sample wording, which the association replaces by its own.
    pub sample: bool,
    /// Its title.
    pub title: Text,
    en: Wording,
    es: Wording,
}

/// A version in one language.
#[derive(Clone, Debug)]
struct Wording {
    /// The whole file.
    text: String,
    /// Where the body begins.
    body: usize,
    sha256: String,
}

impl Agreements {
    /// Reads `agreements/index.toml` of an association's folder and every text that it lists.
    ///
    /// # Errors
    ///
    /// If a file is missing, its hash is not the listed one, its head does not belong to its name,
    /// its body has anything but headings, paragraphs, lists and emphasis, or two versions begin on
    /// the same day.
    pub fn read(folder: &str, file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let index: Index = parsed(folder, "agreements/index.toml", file)?;
        let mut versions: Vec<Agreement> = Vec::new();
        for listed in index.agreements {
            let agreement = listed.read(folder, file)?;
            let same = |it: &&Agreement| it.id == agreement.id;
            for other in versions.iter().filter(same) {
                if other.version == agreement.version
                    || other.effective_from == agreement.effective_from
                {
                    bail!(
                        "{folder}/agreements/index.toml: {} {} and {} have the same name or day",
                        agreement.id,
                        other.version,
                        agreement.version
                    );
                }
            }
            versions.push(agreement);
        }
        Ok(Self { versions, sample_notice: index.sample_notice })
    }

    /// The version to sign on that day.
    pub fn current(&self, id: &str, on: Date) -> Option<&Agreement> {
        self.versions
            .iter()
            .filter(|it| it.id == id && it.effective_from.is_none_or(|from| from <= on))
            .max_by_key(|it| it.effective_from)
    }

    /// One version by its name.
    pub fn version(&self, id: &str, version: &str) -> Option<&Agreement> {
        self.versions.iter().find(|it| it.id == id && it.version == version)
    }

    /// The version with that hash (hexadecimal, lower case), and the language that it has it in.
    pub fn by_hash(&self, sha256: &str) -> Option<(&Agreement, Lang)> {
        self.versions.iter().find_map(|it| {
            Lang::ALL.into_iter().find(|lang| it.sha256(*lang) == sha256).map(|lang| (it, lang))
        })
    }

    /// Every version of every agreement.
    pub fn all(&self) -> &[Agreement] {
        &self.versions
    }

    /// What pages say beside a text with [`Agreement::sample`].
    pub fn sample_notice(&self) -> &Text {
        &self.sample_notice
    }
}

impl Agreement {
    /// The exact text, head included: what the hash is over, and what a signature refers to.
    pub fn text(&self, lang: Lang) -> &str {
        &self.wording(lang).text
    }

    /// SHA-256 of [`Self::text`], hexadecimal in lower case.
    pub fn sha256(&self, lang: Lang) -> &str {
        &self.wording(lang).sha256
    }

    /// The body as HTML that is safe to put into a page unescaped. The title is not in it.
    ///
    /// `under` is the level of the page's heading above it, 1 to 5: with 1, `#` becomes `<h2>`.
    pub fn html(&self, lang: Lang, under: u8) -> String {
        let wording = self.wording(lang);
        to_html(wording.text.get(wording.body..).unwrap_or_default(), under)
    }

    fn wording(&self, lang: Lang) -> &Wording {
        match lang {
            Lang::En => &self.en,
            Lang::Es => &self.es,
        }
    }
}

/// Turns headings, paragraphs, lists and emphasis of Markdown into HTML. Markup, links and pictures
/// are never passed on: HTML is shown as the text that it is, a link as its words.
///
/// # Example
///
/// `to_html("# One\n\n<b>two</b>", 1)` is `<h2>One</h2>\n<p>&lt;b&gt;two&lt;/b&gt;</p>\n`.
pub fn to_html(markdown: &str, under: u8) -> String {
    let deeper = |level: HeadingLevel| {
        HeadingLevel::try_from(level as usize + usize::from(under)).unwrap_or(HeadingLevel::H6)
    };
    let events = Parser::new(markdown).filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
            level: deeper(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(deeper(level)))),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Html(text) | Event::InlineHtml(text) | Event::Code(text) => Some(Event::Text(text)),
        event if is_plain(&event) => Some(event),
        _ => None,
    });
    let mut page = String::with_capacity(markdown.len() * 5 / 4);
    html::push_html(&mut page, events);
    page
}

/// Whether it is part of the Markdown that agreements are written in.
fn is_plain(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::List(_)
                | Tag::Item
                | Tag::Emphasis
                | Tag::Strong
        ),
        Event::End(tag) => matches!(
            tag,
            TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::List(_)
                | TagEnd::Item
                | TagEnd::Emphasis
                | TagEnd::Strong
        ),
        Event::Text(_) | Event::SoftBreak | Event::HardBreak => true,
        _ => false,
    }
}

/// `agreements/index.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    sample_notice: Text,
    agreements: Vec<Listed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    id: String,
    version: String,
    sha256: Hashes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hashes {
    en: String,
    es: String,
}

/// The head of a text.
#[derive(Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Head {
    agreement: String,
    version: String,
    language: String,
    title: String,
    effective_from: Option<Date>,
    sample: bool,
}

impl Listed {
    fn read(
        self,
        folder: &str,
        file: &dyn Fn(&str) -> Option<String>,
    ) -> anyhow::Result<Agreement> {
        let (english, en) = self.wording(folder, Lang::En, &self.sha256.en, file)?;
        let (spanish, es) = self.wording(folder, Lang::Es, &self.sha256.es, file)?;
        if (english.effective_from, english.sample) != (spanish.effective_from, spanish.sample) {
            bail!("{folder}: {} {}: the languages differ in their head", self.id, self.version);
        }
        Ok(Agreement {
            id: self.id,
            version: self.version,
            effective_from: english.effective_from,
            sample: english.sample,
            title: Text { en: english.title, es: spanish.title },
            en,
            es,
        })
    }

    fn wording(
        &self,
        folder: &str,
        lang: Lang,
        listed: &str,
        file: &dyn Fn(&str) -> Option<String>,
    ) -> anyhow::Result<(Head, Wording)> {
        let lang = lang.code();
        let path = format!("{folder}/agreements/{}/{}.{lang}.md", self.id, self.version);
        let text = file(&path).with_context(|| format!("{path} is missing"))?;
        let sha256 = hex::encode(Sha256::digest(text.as_bytes()));
        if sha256 != listed {
            bail!(
                "{path} has the hash {sha256}, the index lists {listed}: a text that people may \
                 have signed is never changed; give the new text a new version"
            );
        }
        let (head, body) = text
            .strip_prefix("+++\n")
            .and_then(|it| it.split_once("\n+++\n"))
            .with_context(|| format!("{path} has no head between lines of +++"))?;
        let body_at = text.len() - body.len();
        let head: Head = toml::from_str(head).with_context(|| path.clone())?;
        if (head.agreement.as_str(), head.version.as_str(), head.language.as_str())
            != (self.id.as_str(), self.version.as_str(), lang)
        {
            bail!("{path}: the head is that of another text");
        }
        if let Some(other) = Parser::new(body).find(|it| !is_plain(it)) {
            bail!(
                "{path}: only headings, paragraphs, lists and emphasis can be used, not {other:?}"
            );
        }
        Ok((head, Wording { body: body_at, sha256, text }))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::super::association::shipped;
    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn connecticut() -> Agreements {
        Agreements::read("ct-aimh", &shipped).unwrap()
    }

    /// Agreements with these versions and bodies of a code of ethics, each from a day on.
    fn written(versions: &[(&str, &str, &str)]) -> anyhow::Result<Agreements> {
        let mut files = BTreeMap::new();
        let mut index = "sample_notice = { en = \"a\", es = \"b\" }\n".to_owned();
        for (version, from, body) in versions {
            index += &format!(
                "[[agreements]]\nid = \"code\"\nversion = \"{version}\"\n[agreements.sha256]\n"
            );
            for lang in ["en", "es"] {
                let text = format!(
                    "+++\nagreement = \"code\"\nversion = \"{version}\"\nlanguage = \"{lang}\"\n\
                     title = \"T\"\nsample = true\n{from}\n+++\n{body}"
                );
                index += &format!("{lang} = \"{}\"\n", hex::encode(Sha256::digest(&text)));
                files.insert(format!("x/agreements/code/{version}.{lang}.md"), text);
            }
        }
        files.insert("x/agreements/index.toml".to_owned(), index);
        Agreements::read("x", &|path| files.get(path).cloned())
    }

    #[test]
    fn connecticuts_two_agreements_are_samples_and_say_so_in_both_languages() {
        let agreements = connecticut();

        for id in ["code-of-ethics", "endorsement-agreement"] {
            let agreement = agreements.current(id, TODAY).unwrap();
            assert!(agreement.sample);
            assert!(agreement.text(Lang::En).contains("\nsample = true\n"));
            assert!(agreement.text(Lang::Es).contains("\nsample = true\n"));
            assert!(agreement.html(Lang::En, 1).starts_with("<p>This is sample wording"));
            assert!(agreement.html(Lang::Es, 1).starts_with("<p>Este es un texto de muestra"));
        }
        assert!(agreements.current("oath", TODAY).is_none());
    }

    #[test]
    fn the_hash_is_over_the_exact_bytes_and_finds_its_version_and_language() {
        let agreements = connecticut();

        for agreement in agreements.all() {
            for lang in Lang::ALL {
                let hash = hex::encode(Sha256::digest(agreement.text(lang)));
                assert_eq!(agreement.sha256(lang), hash);
                let (found, language) = agreements.by_hash(&hash).unwrap();
                assert_eq!((&found.id, &found.version), (&agreement.id, &agreement.version));
                assert_eq!(language, lang);
            }
            assert_ne!(agreement.sha256(Lang::En), agreement.sha256(Lang::Es));
        }
        assert!(agreements.by_hash("").is_none());
    }

    #[test]
    fn the_languages_have_the_same_headings_and_points() {
        for agreement in connecticut().all() {
            for tag in ["<h2>", "<h3>", "<p>", "<li>"] {
                let [en, es] = Lang::ALL.map(|it| agreement.html(it, 1).matches(tag).count());
                assert_eq!(en, es, "{} {tag}", agreement.id);
            }
        }
    }

    #[test]
    fn a_listed_text_that_was_changed_by_one_byte_is_refused() {
        let changed = Agreements::read("ct-aimh", &|path| {
            let text = shipped(path)?;
            Some(if path.ends_with(".es.md") { text + " " } else { text })
        });

        let error = format!("{:#}", changed.unwrap_err());
        assert!(error.contains(".es.md has the hash"), "{error}");
    }

    #[test]
    fn the_version_of_the_day_is_the_one_to_sign() {
        let agreements = written(&[
            ("2", "effective_from = \"2024-01-01\"", "two"),
            ("1", "", "one"),
            ("3", "effective_from = \"2025-06-01\"", "three"),
        ])
        .unwrap();
        let version = |on| agreements.current("code", on).map(|it| it.version.as_str());

        assert_eq!(version(date(2010, 1, 1)), Some("1"));
        assert_eq!(version(date(2023, 12, 31)), Some("1"));
        assert_eq!(version(date(2024, 1, 1)), Some("2"));
        assert_eq!(version(date(2025, 6, 1)), Some("3"));
        assert_eq!(
            agreements.version("code", "2").map(|it| it.text(Lang::En).contains("two")),
            Some(true)
        );
    }

    #[test]
    fn two_versions_from_the_same_day_are_refused() {
        assert!(written(&[("1", "", "one"), ("2", "", "two")]).is_err());
        assert!(
            written(&[("1", "", "one"), ("1", "effective_from = \"2024-01-01\"", "two")]).is_err()
        );
    }

    #[test]
    fn markup_links_and_pictures_are_refused_in_a_text() {
        for bad in [
            "<script>alert(1)</script>",
            "a <b>bold</b> word",
            "[here](https://example.org)",
            "![x](y.png)",
            "    code",
            "> quoted",
            "---",
        ] {
            let error = format!("{:#}", written(&[("1", "", bad)]).expect_err(bad));
            assert!(error.contains("only headings"), "{error}");
        }
    }

    #[test]
    fn html_never_comes_through_whatever_is_written() {
        for (markdown, expected) in [
            ("# A\n\nB *c* **d**", "<h2>A</h2>\n<p>B <em>c</em> <strong>d</strong></p>\n"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            ("x & <b>y</b>", "<p>x &amp; &lt;b&gt;y&lt;/b&gt;</p>\n"),
            ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
            ("[go](javascript:alert(1))", "<p>go</p>\n"),
            ("![alt](x.png \"title\")", "<p>alt</p>\n"),
            ("<https://example.org>", "<p>https://example.org</p>\n"),
            ("`<i>`", "<p>&lt;i&gt;</p>\n"),
        ] {
            assert_eq!(to_html(markdown, 1), expected);
        }
        assert_eq!(to_html("#### deep", 5), "<h6>deep</h6>\n");
    }
}
