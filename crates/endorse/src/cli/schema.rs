//! `endorse schema`: the JSON Schema of what goes in and out, kept by hand and tested against the real
//! thing.

use std::process::ExitCode;

/// The JSON Schema (2020-12) of a file format.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// locker: what people bring. assessment: what the rules say. program: the files of a program, as
    /// JSON says what they say in TOML.
    #[arg(value_parser = ["locker", "assessment", "program"])]
    what: String,
}

/// Prints a schema.
#[must_use]
pub fn run(args: &Args) -> ExitCode {
    super::tell(text(&args.what).trim_end());
    ExitCode::SUCCESS
}

/// The text of a schema.
fn text(what: &str) -> &'static str {
    match what {
        "locker" => include_str!("schema/locker.json"),
        "assessment" => include_str!("schema/assessment.json"),
        _ => include_str!("schema/program.json"),
    }
}

#[cfg(test)]
mod tests;
