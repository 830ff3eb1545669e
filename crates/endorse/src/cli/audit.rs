//! `endorse audit`: an association's record as a file, and whether such a file is as it was written.
//! The format is described in `docs/audit-format.md`.

mod words;

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use jiff::Timestamp;

use super::store::{self, Store};
use super::verify_credential::{Format, Known, Wrong};
use crate::audit::{self, Checkpoint, Knowledge, Signer, Unusable};
use crate::endorsements::Issuer;
use crate::settings::{Settings, did};

/// What to do with the record.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write an association's record to standard output, signed with its key.
    Export(Export),
    /// Check a file that was so written.
    Verify(Verify),
}

#[derive(Debug, clap::Args)]
struct Export {
    #[command(flatten)]
    store: Store,
    /// Whose record; the first association that is served, unless told.
    #[arg(long)]
    association: Option<String>,
}

#[derive(Debug, clap::Args)]
struct Verify {
    /// The export.
    file: PathBuf,
    /// A folder with what is known about issuers: their DID documents (*.json). Without it the key
    /// is the one that the export itself names.
    #[arg(long)]
    issuers: Option<PathBuf>,
    /// An earlier export, or its last line alone, that was kept elsewhere: this export must go on
    /// from there.
    #[arg(long)]
    checkpoint: Option<PathBuf>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Exports: 0, 2 or 3. Verifies: 0 as it was written, 1 not, 2 the call or a file was wrong, 3 the
/// system failed.
pub(super) fn run(args: &Args, now: Timestamp) -> ExitCode {
    match &args.what {
        What::Export(args) => export(args, now),
        What::Verify(args) => match verify(args) {
            Ok(code) => code,
            Err(wrong) => wrong.told(),
        },
    }
}

fn export(args: &Export, now: Timestamp) -> ExitCode {
    let settings = match args.store.settings() {
        Ok(settings) => settings,
        Err(code) => return code,
    };
    let wrong = |line: String| {
        super::say_wrong(&format!("endorse: {line}"));
        ExitCode::from(2)
    };
    let hosted = match settings.hosted() {
        Ok(hosted) => hosted,
        Err(error) => return wrong(format!("{error:#}")),
    };
    let asked = args.association.as_deref();
    let mut hosted = hosted.into_iter();
    let Some((association, url)) = hosted.find(|it| asked.is_none_or(|asked| it.0 == asked)) else {
        return wrong(format!("{}: no such association is served", asked.unwrap_or("none")));
    };
    let keys = settings.data.join("keys");
    if !Issuer::is_kept(&keys, &association) {
        let keys = keys.display();
        return wrong(format!("{keys}: no key of {association} is kept here, to sign with"));
    }
    super::in_runtime(async { write(&settings, (&association, url), now).await })
}

async fn write(
    settings: &Settings,
    (association, url): (&str, String),
    now: Timestamp,
) -> anyhow::Result<()> {
    let keys = settings.data.join("keys");
    let issuer = Issuer::open(&keys, association, did(&url), url)?;
    let by = Signer { issuer: issuer.did().to_owned(), key: issuer.key_id() };
    let db = store::open(settings).await?;
    let mut tx = db.write().await?;
    audit::chain_older(&mut tx, now).await?;
    tx.commit().await?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let sign = |text: &str| issuer.sign_statement(text);
    let count = audit::export(&db, (association, now), (by, sign), &mut out).await?;
    super::say_wrong(&format!("{count} deeds of {association}"));
    db.close().await;
    Ok(())
}

fn verify(args: &Verify) -> Result<ExitCode, Wrong> {
    let known = args.issuers.as_deref().map(Known::read).transpose()?;
    let checkpoint = args.checkpoint.as_deref().map(kept).transpose()?;
    let knowledge =
        Knowledge { issuers: known.as_ref().map(Known::issuers), checkpoint: checkpoint.as_ref() };
    let report = audit::verify(open(&args.file)?, knowledge).map_err(|error| match error {
        Unusable::NotAnExport => Wrong::input(&args.file, error),
        Unusable::Reading(error) => Wrong::reading(&args.file, &error),
    })?;
    let text = match args.format {
        Format::Text => words::told(&report, knowledge),
        Format::Json => words::in_json(&report, knowledge).to_string(),
    };
    super::tell(&text);
    Ok(ExitCode::from(u8::from(report.broken.is_some())))
}

fn kept(path: &Path) -> Result<Checkpoint, Wrong> {
    let read = Checkpoint::read(open(path)?).map_err(|it| Wrong::reading(path, &it))?;
    read.ok_or_else(|| Wrong::input(path, "its last line is not the end of an export"))
}

fn open(path: &Path) -> Result<BufReader<File>, Wrong> {
    File::open(path).map(BufReader::new).map_err(|it| Wrong::reading(path, &it))
}
