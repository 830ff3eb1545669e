//! One binary: what it can be told.

mod assess;
mod audit;
mod compare;
mod demo;
mod erase;
mod program;
mod renewal;
mod replay;
mod routes;
mod schema;
mod seed;
mod serve;
mod simulate;
mod store;
mod user;
mod verify;
mod verify_credential;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The system behind a professional endorsement.
#[derive(Debug, Parser)]
#[command(name = "endorse", version, about)]
pub struct Command {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// What the rules say about a locker file.
    Assess(assess::Args),
    /// An association's record as a file, and whether such a file is as it was written.
    Audit(audit::Args),
    /// How a locker file would stand for every category, the nearest first.
    Compare(compare::Args),
    /// Start everything with CT-AIMH's program and fictional people at every stage.
    Demo(demo::Args),
    /// Erase the account of a person: what goes and what stays is in docs/privacy.md.
    Erase(erase::Args),
    /// Rules as data: check a program, compare two.
    Program(program::Args),
    /// Re-run every past decision under its own version of the rules, and report differences.
    Replay(replay::Args),
    /// Every address: method, path, who may, whether it changes anything.
    Routes(routes::Args),
    /// Print the JSON Schema of a file format.
    Schema(schema::Args),
    /// What the renewal of a cycle asks, and what a locker file holds.
    Renewal(renewal::Args),
    /// Fill an empty store with test data.
    Seed(seed::Args),
    /// Serve an installation.
    Serve(serve::Args),
    /// Give people their roles.
    User(user::Args),
    /// Whether everything in a store is as it must be; changes nothing.
    Verify(verify::Args),
    /// Check a badge file offline: proof, dates, status as far as known.
    VerifyCredential(verify_credential::Args),
}

/// Does what was asked. 0: done, and the answer is yes. 1: the answer is no. 2: the call or an
/// input was wrong. 3: the system failed.
#[must_use]
pub fn run(command: Command) -> ExitCode {
    match command.what {
        What::Assess(args) => assess::run(&args),
        What::Audit(args) => audit::run(&args, crate::clock::Clock::wall().now()),
        What::Compare(args) => compare::run(&args),
        What::Demo(args) => demo::run(args),
        What::Erase(args) => erase::run(args),
        What::Program(args) => program::run(&args),
        What::Replay(args) => replay::run(&args),
        What::Routes(args) => routes::run(&args),
        What::Schema(args) => schema::run(&args),
        What::Renewal(args) => renewal::run(&args),
        What::Seed(args) => seed::run(args),
        What::Serve(args) => serve::run(args),
        What::User(args) => user::run(args),
        What::Verify(args) => verify::run(&args),
        What::VerifyCredential(args) => {
            verify_credential::run(&args, crate::clock::Clock::wall().now())
        }
    }
}

/// Runs something that takes a while and may fail; a failure is told in one line.
fn in_runtime(work: impl Future<Output = anyhow::Result<()>>) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.into()),
    };
    match runtime.block_on(work) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

/// Says what the rules say. 0: yes. 1: no. 2: the call or the file was wrong.
fn told(answer: Result<(String, rules::Status), String>) -> ExitCode {
    match answer {
        Ok((said, status)) => {
            tell(&said);
            if status.is_met() { ExitCode::SUCCESS } else { ExitCode::from(1) }
        }
        Err(problem) => {
            say_wrong(&format!("endorse: {problem}"));
            ExitCode::from(2)
        }
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    say_wrong(&format!("endorse: {error:#}"));
    ExitCode::from(3)
}

/// A line on standard error; that nobody reads it is no reason to stop.
fn say_wrong(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A line on standard output; that nobody reads it is no reason to stop.
fn tell(line: &str) {
    use std::io::Write as _;
    let mut out = std::io::stdout();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}
