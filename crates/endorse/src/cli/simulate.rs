//! `endorse program simulate`: a draft of rules, tried on every locker of an installation.

use std::path::PathBuf;
use std::process::ExitCode;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::simulation::{Crowd, FEW, LEAST, Moves};
use serde_json::{Value, json};

use super::store::{self, Progress, Store};
use crate::app::programs;
use crate::clock::Clock;
use crate::programs::draft::Draft;
use crate::settings::Settings;
use crate::simulation::{self, Asked, Pair};

/// What to try.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The draft: the file of a category, such as imhm-c.toml, or a program's folder.
    draft: PathBuf,
    /// Whose people, and whose rules are in force.
    #[arg(long, default_value = "ct-aimh")]
    association: String,
    /// The day, like 2024-01-31; today if not given. Nothing dated later counts.
    #[arg(long)]
    on: Option<Date>,
    #[command(flatten)]
    store: Store,
    /// text or json.
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    format: String,
}

/// Simulates. 0: at most a few would newly fail. 1: more would. 2: the call or the draft was wrong. 3: the
/// system failed.
pub(super) fn run(args: &Args) -> ExitCode {
    let programs = match programs() {
        Ok(programs) => programs,
        Err(error) => return super::failed(&error),
    };
    let wrong = |problem: &str| {
        super::say_wrong(&format!("endorse: {problem}"));
        ExitCode::from(2)
    };
    let Some(rulebook) = programs.rulebook(&args.association) else {
        return wrong(&format!("--association: there is no program of {:?}", args.association));
    };
    let draft = match Draft::open(&args.draft, &args.association, programs) {
        Ok(draft) => draft,
        Err(problem) => return wrong(&problem),
    };
    let settings = match args.store.settings() {
        Ok(settings) => settings,
        Err(code) => return code,
    };
    let zone = match TimeZone::get(&rulebook.time_zone) {
        Ok(zone) => zone,
        Err(error) => return super::failed(&error.into()),
    };
    let on = args.on.unwrap_or_else(|| Clock::wall().now().to_zoned(zone.clone()).date());
    let pairs: Vec<Pair<'_>> = draft
        .each()
        .map(|it| Pair {
            category: it.category,
            now: rulebook.policy_on(it.category, on),
            draft: it.policy,
        })
        .collect();
    let asked = Asked { association: &args.association, zone: &zone, on, pairs: &pairs };
    let mut moves = Vec::new();
    let done = super::in_runtime(async {
        moves = try_all(&settings, asked).await?;
        Ok(())
    });
    if done != ExitCode::SUCCESS {
        return done;
    }
    if args.format == "json" {
        super::tell(&format!("{:#}", document(&asked, &moves)));
    } else {
        text(&asked, &moves);
    }
    if moves.iter().all(|it| matches!(it.crowd(it.newly_fail), Crowd::Few | Crowd::NotTold)) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    }
}

async fn try_all(settings: &Settings, asked: Asked<'_>) -> anyhow::Result<Vec<Moves>> {
    let db = store::open(settings).await?;
    let mut bar = Progress::default();
    let moves = simulation::simulate(&db, asked, |done, all| bar.tell("tried", done, all)).await?;
    db.close().await;
    Ok(moves)
}

fn text(asked: &Asked<'_>, moves: &[Moves]) {
    if asked.pairs.is_empty() {
        super::tell("the draft changes nothing");
    }
    for (pair, it) in asked.pairs.iter().zip(moves) {
        let now = pair.now.map_or("no rules", |it| &it.version);
        let tell = |what: &str, said| super::tell(&format!("  {what:<24}{said}"));
        let line = |what: &str, count| tell(what, said(it.crowd(count)));
        super::tell(&format!("{}: {now} → {}", pair.category, pair.draft.version));
        tell("lockers", looked_at(it));
        line("would newly pass", it.newly_pass);
        line("would newly fail", it.newly_fail);
        line("pass under both", it.still_pass);
        line("pass under neither", it.still_fail);
        for (id, unmet, met) in it.told() {
            let (unmet, met) = (said(unmet), said(met));
            super::tell(&format!("    {id}: newly unmet {unmet}, no longer unmet {met}"));
        }
    }
}

fn looked_at(it: &Moves) -> String {
    match it.looked_at() {
        Crowd::NotTold => format!("fewer than {LEAST}"),
        told => said(told),
    }
}

fn said(crowd: Crowd) -> String {
    match crowd {
        Crowd::NotTold => "not told".to_owned(),
        Crowd::Few => format!("fewer than {FEW}"),
        Crowd::AllButFew => format!("all, or all but fewer than {FEW}"),
        Crowd::About(count) => format!("about {count}"),
    }
}

fn document(asked: &Asked<'_>, moves: &[Moves]) -> Value {
    let told = |crowd| match crowd {
        Crowd::NotTold => json!("not-told"),
        Crowd::Few => json!({ "fewer_than": FEW }),
        Crowd::AllButFew => json!({ "all_but_fewer_than": FEW }),
        Crowd::About(count) => json!({ "about": count }),
    };
    let categories = asked.pairs.iter().zip(moves).map(|(pair, it)| {
        let counted = |count| told(it.crowd(count));
        let requirements = it.told().map(|(id, unmet, met)| {
            json!({
                "id": id.as_str(),
                "newly_unmet": told(unmet),
                "no_longer_unmet": told(met),
            })
        });
        let lockers = match it.looked_at() {
            Crowd::NotTold => json!({ "fewer_than": LEAST }),
            about => told(about),
        };
        json!({
            "category": pair.category,
            "version": pair.now.map(|it| &*it.version),
            "draft": &*pair.draft.version,
            "lockers": lockers,
            "newly_pass": counted(it.newly_pass),
            "newly_fail": counted(it.newly_fail),
            "still_pass": counted(it.still_pass),
            "still_fail": counted(it.still_fail),
            "requirements": requirements.collect::<Vec<_>>(),
        })
    });
    json!({
        "format": "endorse-simulation/2",
        "association": asked.association,
        "on": asked.on,
        "stage": "submission",
        "categories": categories.collect::<Vec<_>>(),
    })
}
