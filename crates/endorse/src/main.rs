//! The command line.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

/// Each password hash needs 19 MiB for a moment; the system's allocator would keep them for ever.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Ring is the only provider of cryptography for TLS; a second start in one process is harmless.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match endorse::cli::Command::try_parse() {
        Ok(command) => endorse::cli::run(command),
        Err(problem) => wrong_call(&problem),
    }
}

/// Help is an answer; a wrong call is one line and exit status 2.
fn wrong_call(problem: &clap::Error) -> ExitCode {
    if !problem.use_stderr() {
        let _ = problem.print();
        return ExitCode::SUCCESS;
    }
    let text = problem.to_string();
    let words: Vec<&str> =
        text.split("\n\n").next().unwrap_or_default().split_whitespace().collect();
    let _ =
        writeln!(std::io::stderr(), "endorse: {}", words.join(" ").trim_start_matches("error: "));
    ExitCode::from(2)
}
