//! `endorse program`: checks a program's folder, and shows what differs between two.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;

use super::simulate;
use crate::programs::check::{Checked, Folder};
use crate::programs::diff;
use crate::programs::lock::Lock;
use crate::programs::problem::Unreadable;

/// Rules as data: check a program, compare two.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Say everything that is wrong with a program's folder, by file and field.
    Check(CheckArgs),
    /// Show what differs between two programs.
    Diff(DiffArgs),
    /// Try a draft of rules on every locker of an installation: how many would newly pass or fail.
    Simulate(simulate::Args),
}

#[derive(Debug, clap::Args)]
struct CheckArgs {
    /// The folder, such as programs/ct-aimh.
    dir: PathBuf,
    /// Lock the versions that are not locked yet, if nothing is wrong.
    #[arg(long)]
    write_lock: bool,
    /// text or json.
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    format: String,
}

#[derive(Debug, clap::Args)]
struct DiffArgs {
    /// The first program's folder.
    before: PathBuf,
    /// The second program's folder.
    after: PathBuf,
    /// text or json.
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    format: String,
}

/// A check: 0 if the program is sound, 1 if not. A comparison: 0. Both: 2 if a folder or file cannot
/// be read as a program, 3 if the lock cannot be written.
#[must_use]
pub fn run(args: &Args) -> ExitCode {
    match &args.what {
        What::Check(args) => match Folder::open(&args.dir).and_then(|it| checked(&it)) {
            Ok((folder, checked)) => answer(args, &folder, &checked),
            Err(problem) => wrong(&problem),
        },
        What::Diff(args) => compare(args),
        What::Simulate(args) => simulate::run(args),
    }
}

fn checked(folder: &Folder) -> Result<(PathBuf, Checked), Unreadable> {
    Ok((folder.lock(), folder.check()?))
}

fn answer(args: &CheckArgs, lock: &Path, checked: &Checked) -> ExitCode {
    let is_sound = checked.problems.is_empty();
    let mut unlocked = checked.unlocked.clone();
    if args.write_lock && is_sound {
        if let Err(error) = write(lock, checked) {
            return super::failed(&error);
        }
        unlocked.clear();
    }
    if args.format == "json" {
        let said = json!({
            "format": "endorse-program-check/1",
            "program": checked.program,
            "sound": is_sound,
            "problems": checked.problems,
            "versions": checked.digests.len(),
            "not_locked": unlocked,
        });
        super::tell(&format!("{said:#}"));
    } else if is_sound {
        super::tell(&format!("{}: sound, {}", checked.program, versions(checked.digests.len())));
        for version in unlocked {
            super::tell(&format!("not locked yet: {version}"));
        }
    } else {
        for problem in &checked.problems {
            super::tell(&problem.to_string());
        }
    }
    if is_sound { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

fn versions(count: usize) -> String {
    if count == 1 { "1 version".to_owned() } else { format!("{count} versions") }
}

fn write(path: &Path, checked: &Checked) -> anyhow::Result<()> {
    Ok(std::fs::write(path, Lock::text(&checked.digests)?)?)
}

fn compare(args: &DiffArgs) -> ExitCode {
    let folders = Folder::open(&args.before).and_then(|it| Ok((it, Folder::open(&args.after)?)));
    let (before, after) = match folders {
        Ok(folders) => folders,
        Err(problem) => return wrong(&problem),
    };
    let changes = match diff::between(&before, &after) {
        Ok(changes) => changes,
        Err(error) => {
            super::say_wrong(&format!("endorse: {error:#}"));
            return ExitCode::from(2);
        }
    };
    if args.format == "json" {
        let said = json!({ "format": "endorse-program-diff/1", "changes": changes });
        super::tell(&format!("{said:#}"));
    } else if changes.is_empty() {
        super::tell("nothing differs");
    } else {
        for change in &changes {
            super::tell(&change.line());
        }
    }
    ExitCode::SUCCESS
}

fn wrong(problem: &Unreadable) -> ExitCode {
    super::say_wrong(&format!("endorse: {problem}"));
    ExitCode::from(2)
}
