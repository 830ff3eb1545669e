//! `endorse verify-credential`: checks a badge file without a network, with the issuers' DID
//! documents and status lists that are at hand, and says how old that knowledge is.

mod words;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use credentials::document::MAX_BYTES;
use credentials::issuers::Learned;
use credentials::verify::Step;
use credentials::{Issuers, Outcome, Report, verify};
use jiff::Timestamp;
use serde_json::{Value, json};

/// What to check, and with what.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The badge: a JSON file.
    file: PathBuf,
    /// A folder with what is known about issuers: their DID documents, and their lists of revoked
    /// badges (*.json).
    #[arg(long)]
    issuers: Option<PathBuf>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

/// Checks, and says what was found. 0: valid. 1: not valid, or not known to be valid. 2: the file
/// or the folder cannot be used. 3: the system failed.
pub(super) fn run(args: &Args, now: Timestamp) -> ExitCode {
    match answer(args, now) {
        Ok(answer) => {
            answer.notes.iter().for_each(|note| super::say_wrong(note));
            super::tell(&answer.text);
            ExitCode::from(answer.status)
        }
        Err(wrong) => wrong.told(),
    }
}

/// What to print, and the exit status.
struct Answer {
    text: String,
    notes: Vec<String>,
    status: u8,
}

/// Why there is no answer: one line, and the exit status.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    line: String,
    status: u8,
}

impl Wrong {
    /// Says the line, and gives the exit status.
    pub(super) fn told(&self) -> ExitCode {
        super::say_wrong(&self.line);
        ExitCode::from(self.status)
    }

    pub(super) fn input(path: &Path, why: impl std::fmt::Display) -> Self {
        Self { line: words::plain(&format!("{}: {why}", path.display())), status: 2 }
    }

    pub(super) fn reading(path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind::{IsADirectory, NotADirectory, NotFound, PermissionDenied};
        let theirs =
            matches!(error.kind(), NotFound | PermissionDenied | IsADirectory | NotADirectory);
        Self { status: if theirs { 2 } else { 3 }, ..Self::input(path, error) }
    }
}

fn answer(args: &Args, now: Timestamp) -> Result<Answer, Wrong> {
    let badge = read(&args.file)?;
    let known = match &args.issuers {
        Some(folder) => Known::read(folder)?,
        None => Known::default(),
    };
    let report = verify(&badge, &known.issuers, now);
    if report.document.is_none()
        && let Some(parse) = report.finding(Step::Parse)
        && matches!(parse.code, "not-json" | "not-an-object" | "too-long")
    {
        let why = parse.detail.as_deref().unwrap_or(parse.code);
        return Err(Wrong::input(&args.file, format!("not a badge: {why}")));
    }
    let text = match args.format {
        Format::Text => words::tell(&report, &known, now),
        Format::Json => in_json(&report, &known, now).to_string(),
    };
    let status = u8::from(report.verdict() != Outcome::Passed);
    Ok(Answer { text, notes: known.notes, status })
}

/// What the folder taught.
#[derive(Default)]
pub(super) struct Known {
    issuers: Issuers,
    files: Vec<Source>,
    notes: Vec<String>,
}

/// A file that taught something.
struct Source {
    path: PathBuf,
    learned: Learned,
    /// When the file was last written, where the file system knows.
    written: Option<Timestamp>,
}

impl Known {
    /// Whose keys are whose.
    pub(super) fn issuers(&self) -> &Issuers {
        &self.issuers
    }

    pub(super) fn read(folder: &Path) -> Result<Self, Wrong> {
        let entries = std::fs::read_dir(folder).map_err(|it| Wrong::reading(folder, &it))?;
        let mut paths = entries
            .map(|entry| entry.map(|it| it.path()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|it| Wrong::reading(folder, &it))?;
        paths.retain(|it| it.extension().is_some_and(|it| it == "json") && it.is_file());
        paths.sort();
        let mut known = Self::default();
        for path in paths {
            let bytes = read(&path)?;
            let learned = known.issuers.learn(&bytes).map_err(|it| Wrong::input(&path, it))?;
            if learned == Learned::Nothing {
                let note = "neither a DID document nor a status list, not used";
                known.notes.push(words::plain(&format!("{}: {note}", path.display())));
            } else {
                let written = path.metadata().and_then(|it| it.modified()).ok();
                let written = written.and_then(|it| Timestamp::try_from(it).ok());
                known.files.push(Source { path, learned, written });
            }
        }
        Ok(known)
    }

    /// The file that described this issuer.
    fn about(&self, issuer: &str) -> Option<&Source> {
        self.files.iter().find(|it| matches!(&it.learned, Learned::Issuer(did) if did == issuer))
    }
}

/// Reads a file, one byte more at most than a document may have.
fn read(path: &Path) -> Result<Vec<u8>, Wrong> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)
        .and_then(|file| file.take(limit).read_to_end(&mut bytes))
        .map_err(|it| Wrong::reading(path, &it))?;
    Ok(bytes)
}

/// The answer for programs: `endorse-verification/1`.
fn in_json(report: &Report, known: &Known, now: Timestamp) -> Value {
    let steps: Vec<Value> = report
        .findings
        .iter()
        .map(|it| {
            json!({
                "id": it.step.id(),
                "outcome": match it.outcome {
                    Outcome::Passed => "passed",
                    Outcome::Failed => "failed",
                    Outcome::Unknown => "unknown",
                },
                "code": it.code,
                "detail": it.detail,
                "text": words::sentence(it),
            })
        })
        .collect();
    let badge = report.document.as_ref();
    let issuer = badge.and_then(|it| it.issuer());
    let keys = issuer.and_then(|it| known.about(it));
    json!({
        "format": "endorse-verification/1",
        "verdict": match report.verdict() {
            Outcome::Passed => "valid",
            Outcome::Failed => "not-valid",
            Outcome::Unknown => "unknown",
        },
        "checked_at": now.to_string(),
        "steps": steps,
        "badge": badge.map(|badge| json!({
            "id": badge.text(&["id"]),
            "name": badge.text(&["name"]),
            "issuer": issuer,
            "holder": words::holder(badge),
            "license_number": badge.text(&["credentialSubject", "licenseNumber"]),
            "awarded": badge.text(&["awardedDate"]),
            "valid_from": badge.text(&["validFrom"]),
            "valid_until": badge.text(&["validUntil"]),
        })),
        "knowledge": {
            "issuer_written": keys.and_then(|it| it.written).map(|it| it.to_string()),
            "status_list_from": report.list.map(|it| it.from.to_string()),
            "status_list_until": report.list.and_then(|it| it.until).map(|it| it.to_string()),
            "status_list_age_seconds":
                report.list.map(|it| now.duration_since(it.from).as_secs()),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// The sample badge of the crate `credentials`, signed on 2026-01-02.
    fn golden() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../credentials/tests/golden")
    }

    fn soon() -> Timestamp {
        "2026-01-03T12:00:00Z".parse().unwrap()
    }

    fn check(file: PathBuf, issuers: Option<PathBuf>, format: Format) -> Result<Answer, Wrong> {
        answer(&Args { file, issuers, format }, soon())
    }

    #[test]
    fn a_good_badge_is_valid_and_the_answer_says_how_old_the_knowledge_is() {
        let answer = check(golden().join("badge.json"), Some(golden()), Format::Text).unwrap();

        assert_eq!(answer.status, 0, "{}", answer.text);
        assert!(answer.text.starts_with("VALID"), "{}", answer.text);
        assert!(answer.text.contains("24 hours before this check"), "{}", answer.text);
        assert!(answer.text.contains("SAMPLE-00412"), "{}", answer.text);
        // The badge itself lies in the folder too.
        assert_eq!(answer.notes.len(), 1, "{:?}", answer.notes);
    }

    #[test]
    fn without_the_issuers_documents_the_answer_is_neither_yes_nor_valid() {
        let answer = check(golden().join("badge.json"), None, Format::Text).unwrap();

        assert_eq!(answer.status, 1);
        assert!(answer.text.starts_with("NOT CONFIRMED"), "{}", answer.text);
    }

    #[test]
    fn a_revoked_badge_and_an_altered_one_are_not_valid() {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(golden().join("did.json"), folder.path().join("did.json")).unwrap();
        let list = golden().join("revoked/status.json");
        fs::copy(list, folder.path().join("status.json")).unwrap();
        let known = Some(folder.path().to_path_buf());
        let altered = folder.path().join("altered.txt");
        let badge = fs::read_to_string(golden().join("badge.json")).unwrap();
        fs::write(&altered, badge.replace("SAMPLE-00412", "SAMPLE-00413")).unwrap();

        let revoked = check(golden().join("badge.json"), known.clone(), Format::Json).unwrap();
        let altered = check(altered, known, Format::Text).unwrap();

        let told: Value = serde_json::from_str(&revoked.text).unwrap();
        assert_eq!(revoked.status, 1);
        assert_eq!(told["verdict"], "not-valid");
        assert_eq!(told["steps"][6]["code"], "revoked");
        assert_eq!(told["knowledge"]["status_list_age_seconds"], 86_400);
        assert_eq!(altered.status, 1);
        assert!(altered.text.starts_with("NOT VALID"), "{}", altered.text);
    }

    #[test]
    fn a_file_that_is_no_badge_at_all_is_a_wrong_call_told_in_one_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("cut.json"), "{\"id\": ").unwrap();
        fs::write(path("list.json"), "[1]").unwrap();
        fs::write(path("long.json"), vec![b' '; MAX_BYTES + 5]).unwrap();
        let calls = [
            check(path("missing.json"), None, Format::Text),
            check(path(""), None, Format::Text),
            check(path("cut.json"), None, Format::Text),
            check(path("list.json"), None, Format::Json),
            check(path("long.json"), None, Format::Text),
            check(golden().join("badge.json"), Some(path("no-folder")), Format::Text),
            check(golden().join("badge.json"), Some(path("")), Format::Text),
        ];

        for call in calls {
            let wrong = call.err().unwrap();
            assert_eq!(wrong.status, 2, "{}", wrong.line);
            assert_eq!(wrong.line.lines().count(), 1, "{}", wrong.line);
            assert!(wrong.line.contains(folder.path().to_str().unwrap()), "{}", wrong.line);
        }
    }

    #[test]
    fn a_badge_cannot_write_to_the_terminal() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("evil.json");
        let badge = fs::read_to_string(golden().join("badge.json")).unwrap();
        fs::write(&file, badge.replace("SAMPLE-00412", "\\u001b[2J\\u202e\\nVALID")).unwrap();

        let answer = check(file, Some(golden()), Format::Text).unwrap();

        assert_eq!(answer.status, 1);
        assert!(!answer.text.contains(['\u{1b}', '\u{202e}']), "{}", answer.text);
        assert!(answer.text.lines().all(|it| !it.starts_with("VALID")), "{}", answer.text);
    }
}
