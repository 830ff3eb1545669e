//! The file itself: a zip that opens everywhere, with everything in a form that programs read, and
//! once more for people.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use db::Tx;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use tempfile::NamedTempFile;
use tokio::task::spawn_blocking;
use uuid::Uuid;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::rows::{self, File, PARTS};
use super::sheet;
use crate::app::App;
use crate::assessments::{self, Whose};
use crate::files::Files;
use crate::i18n::Lang;
use crate::people::{self, Addressee};

/// The format of the files under `data/`.
const FORMAT: &str = "endorse-own-data/1";
/// Columns that hold JSON: they are handed out as what they are.
const JSON: [&str; 5] = ["body", "locker", "assessment", "answers", "later_assessment"];

/// Everything about a person, by the name of the part.
pub(super) type Parts = Vec<(&'static str, Vec<Value>)>;

/// What the rules want to know of a rating: it tells something of what was said there, and is in no
/// locker that is handed out, whoever gave up reading what.
const OF_RATINGS: [&str; 2] = ["not_enough_information", "rater_standings"];

/// Everything that goes into a file.
struct Contents {
    person: Uuid,
    made_at: Timestamp,
    /// Names and bytes.
    whole: Vec<(String, Vec<u8>)>,
    parts: Parts,
    documents: Vec<File>,
}

/// Puts everything about a person into a file, whole or not at all, and says how many bytes it has.
pub(super) async fn write(
    app: &App,
    (person, lang): (Uuid, Lang),
    to: PathBuf,
) -> anyhow::Result<u64> {
    let mut tx = app.db.read().await?;
    let who = people::addressee(&mut tx, person).await?;
    let mut parts = Parts::new();
    for part in PARTS {
        let records = rows::of(&mut tx, part, person).await?;
        parts.push((part.name, records.into_iter().map(|it| opened(it.0)).collect()));
    }
    let locker = locker(&mut tx, app, &who).await?;
    let documents = rows::files(&mut tx, person).await?;
    drop(tx);

    let name = |key: &str| lang.say(key).into_owned();
    let mut whole = vec![(name("own-data-file-readme"), readme(app, lang, &parts).into_bytes())];
    if let Some(pdf) = pdf(app, &who, lang, &parts).await? {
        whole.push((name("own-data-file-sheet"), pdf));
    }
    whole.push(("locker.json".to_owned(), locker.into_bytes()));
    let contents = Contents { person, made_at: app.clock.now(), whole, parts, documents };
    let files = app.files.clone();
    spawn_blocking(move || pack(&to, &contents, &files)).await?
}

/// Writes a file that only the server's own user may read; what was written of one that is not whole
/// is gone.
fn pack(to: &Path, contents: &Contents, files: &Files) -> anyhow::Result<u64> {
    let folder = to.parent().context("a file without a folder")?;
    fs::create_dir_all(folder)?;
    let mut zip = ZipWriter::new(NamedTempFile::new_in(folder)?);
    for (name, bytes) in &contents.whole {
        put(&mut zip, name, bytes)?;
    }
    for (name, records) in &contents.parts {
        let whole = json!({
            "format": FORMAT,
            "part": name,
            "person": contents.person,
            "made_at": contents.made_at,
            "records": records,
        });
        put(&mut zip, &format!("data/{name}.json"), format!("{whole:#}\n").as_bytes())?;
    }
    let mut names = BTreeSet::new();
    for file in &contents.documents {
        put(&mut zip, &name_of(file, &mut names), &files.read_here(&file.sha256)?)?;
    }
    let file = zip.finish()?;
    file.as_file().set_modified(contents.made_at.into())?;
    file.as_file().sync_all()?;
    let size = file.as_file().metadata()?.len();
    file.persist(to)?;
    fs::File::open(folder)?.sync_all()?;
    Ok(size)
}

fn put(zip: &mut ZipWriter<impl Write + Seek>, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .large_file(bytes.len() > 0xffff_0000);
    zip.start_file(name, options)?;
    Ok(zip.write_all(bytes)?)
}

/// A record whose JSON is no text in a text any more.
fn opened(record: Map<String, Value>) -> Value {
    let open = |(name, value): (String, Value)| {
        let inner = value.as_str().filter(|_| JSON.contains(&name.as_str()));
        match inner.and_then(|it| serde_json::from_str(it).ok()) {
            Some(inner) if name == "locker" => (name, without_ratings(inner)),
            Some(inner) => (name, inner),
            None => (name, value),
        }
    };
    Value::Object(record.into_iter().map(open).collect())
}

/// A locker without what tells something of ratings.
fn without_ratings(mut locker: Value) -> Value {
    let references = locker.get_mut("references").and_then(Value::as_array_mut);
    for it in references.into_iter().flatten().filter_map(Value::as_object_mut) {
        it.retain(|name, _| !OF_RATINGS.contains(&name.as_str()));
    }
    locker
}

/// The locker in the published format: `endorse assess` reads it.
async fn locker(tx: &mut Tx, app: &App, who: &Addressee) -> anyhow::Result<String> {
    let association = &*app.program.id;
    let application = rows::newest_application(tx, association, who.id).await?;
    let whose = Whose { association, person: who.id, name: &who.name, application };
    let locker = assessments::locker_of(tx, whose, &app.zone).await?;
    let locker = without_ratings(serde_json::to_value(&locker)?);
    Ok(format!("{locker:#}\n"))
}

/// A document's name in the file: nothing that leads out of a folder, and none twice.
fn name_of(file: &File, taken: &mut BTreeSet<String>) -> String {
    let safe = |it: char| !it.is_control() && !"/\\:*?\"<>|".contains(it);
    let name: String = file.name.chars().map(|it| if safe(it) { it } else { '_' }).collect();
    let name = name.trim_matches(['.', ' ']);
    let plain = format!("documents/{name}");
    let whole = match name.is_empty() || taken.contains(&plain.to_lowercase()) {
        true => format!("documents/{} {name}", file.id),
        false => plain,
    };
    taken.insert(whole.to_lowercase());
    whole
}

/// What is in it and what is not, and why.
fn readme(app: &App, lang: Lang, parts: &Parts) -> String {
    let association = app.program.association.name.get(lang);
    let mut lines = vec![
        lang.with(
            "own-data-readme",
            &[
                ("association", association.into()),
                ("at", lang.moment(app.clock.now(), &app.zone).into()),
            ],
        ),
        String::new(),
        lang.say("own-data-readme-withheld").into_owned(),
    ];
    let none = || lang.say("own-data-readme-none").into_owned();
    let withheld = withheld(parts);
    if withheld.is_empty() {
        lines.push(none());
    }
    for (name, at) in withheld {
        lines.push(lang.say2(
            "own-data-readme-rating",
            "name",
            name,
            "at",
            sheet::time(app, lang, at),
        ));
    }
    lines.push(String::new());
    lines.push(lang.say("own-data-readme-rest").into_owned());
    for (name, records) in parts {
        let what = lang.say(&format!("own-data-part-{name}"));
        lines.push(format!("- data/{name}.json ({}): {what}", records.len()));
    }
    lines.join("\n") + "\n"
}

/// Ratings whose reading was given up: by whom, and when they came.
pub(super) fn withheld(parts: &Parts) -> Vec<(&str, &str)> {
    let references = parts.iter().find(|it| it.0 == "references").map(|it| it.1.as_slice());
    let told = |it: &'_ Value| it["contents"] == "withheld";
    let mut found = Vec::new();
    for it in references.unwrap_or_default().iter().filter(|it| told(it)) {
        let name = it["rater_name"].as_str().unwrap_or_default();
        found.push((name, it["submitted_at"].as_str().unwrap_or_default()));
    }
    found
}

#[cfg(feature = "pdf")]
async fn pdf(
    app: &App,
    who: &Addressee,
    lang: Lang,
    parts: &Parts,
) -> anyhow::Result<Option<Vec<u8>>> {
    let data = sheet::dossier(app, who, lang, parts);
    let set = spawn_blocking(move || documents::dossier(&data));
    Ok(Some(set.await??))
}

#[cfg(not(feature = "pdf"))]
async fn pdf(_: &App, _: &Addressee, _: Lang, _: &Parts) -> anyhow::Result<Option<Vec<u8>>> {
    Ok(None)
}
