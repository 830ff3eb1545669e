//! `endorse routes`: every address, from the router itself.

use std::process::ExitCode;

use serde_json::json;

use crate::app::App;
use crate::routing::{Route, Who};

/// How to print them.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// text or json.
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    format: String,
}

/// Prints the table.
pub(super) fn run(args: &Args) -> ExitCode {
    let table = App::table();
    let said = if args.format == "json" { document(&table) } else { text(&table) };
    super::tell(&said);
    ExitCode::SUCCESS
}

fn text(table: &[Route]) -> String {
    let wide = table.iter().map(|it| it.path.len()).max().unwrap_or_default();
    let line = |it: &Route| {
        let changes = if it.changes() { "changes" } else { "" };
        let again = if it.is_fresh { "  asks again who it is" } else { "" };
        let who = it.who.in_words();
        let line = format!("{:<5}{:<wide$}  {who:<36}{changes:<7}{again}", it.method, it.path);
        line.trim_end().to_owned()
    };
    table.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn document(table: &[Route]) -> String {
    let routes: Vec<_> = table
        .iter()
        .map(|it| {
            json!({
                "method": it.method,
                "path": it.path,
                "who": it.who.in_words(),
                "changes_state": it.changes(),
                "asks_again": it.is_fresh,
                "public": it.who == Who::Anyone,
            })
        })
        .collect();
    format!("{:#}", json!({ "format": "endorse-routes/1", "routes": routes }))
}
