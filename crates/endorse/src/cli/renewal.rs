//! `endorse renewal`: what the renewal of a cycle asks, and what a locker file holds.

use std::path::PathBuf;
use std::process::ExitCode;

use rules::{Assessment, Status, assess_renewal};

use super::assess::{Format, day_of, findings, locker, today};
use crate::app::programs;
use crate::clock::Clock;
use crate::i18n::Lang;
use crate::programs::{Rulebook, wording};

/// What the renewal of a cycle asks, and what a locker file holds.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The locker file, in the format endorse-locker/1.
    locker: PathBuf,
    /// The category, such as imhs.
    #[arg(long)]
    category: String,
    /// The association.
    #[arg(long, default_value = "ct-aimh")]
    association: String,
    /// The year in which the cycle ends.
    #[arg(long)]
    cycle: String,
    /// The day, like 2024-01-31; today if not given. Nothing dated later counts.
    #[arg(long)]
    on: Option<String>,
    /// text or json.
    #[arg(long, default_value = "text")]
    format: String,
}

/// Assesses for a renewal. 0: everything that is asked is met. 1: it is not. 2: the call or the file
/// was wrong, or no rule is known. 3: the programs in this binary cannot be read.
#[must_use]
pub fn run(args: &Args) -> ExitCode {
    match programs() {
        Ok(programs) => super::told(answer(args, |id| programs.rulebook(id), &Clock::wall())),
        Err(error) => super::failed(&error),
    }
}

fn answer<'a>(
    args: &Args,
    program: impl Fn(&str) -> Option<&'a Rulebook>,
    clock: &Clock,
) -> Result<(String, Status), String> {
    let Some(program) = program(&args.association) else {
        return Err(format!("--association: there is no program of {:?}", args.association));
    };
    let Some(policy) = program.renewal(&args.category) else {
        return Err(format!(
            "--category: no rules of {} are known for the renewal of {:?}",
            args.association, args.category
        ));
    };
    let cycle = match args.cycle.parse::<i16>() {
        Ok(year) if (1900..=2200).contains(&year) && args.cycle.len() == 4 => year,
        _ => return Err(format!("--cycle: {:?} is not a year, written like 2024", args.cycle)),
    };
    let on = match &args.on {
        Some(day) => day_of(day)?,
        None => today(program, clock)?,
    };
    let format = Format::read(&args.format)?;
    let locker = locker(&args.locker)?;
    let assessment = assess_renewal(policy, &locker, cycle, on);
    if assessment.findings.is_empty() {
        return Err(format!("--cycle: no rules of {} are known for {cycle}", args.association));
    }
    let said = match format {
        Format::Json => format!("{:#}", wording::document(program, &assessment)),
        Format::Text => text(program, &assessment, cycle, Lang::En),
    };
    Ok((said, assessment.status()))
}

/// A renewal's assessment for people, requirement by requirement.
fn text(program: &Rulebook, assessment: &Assessment, cycle: i16, lang: Lang) -> String {
    let id = &*assessment.category;
    let values = [
        ("category", program.category(id).map_or(id, |it| it.name.get(lang)).into()),
        ("association", (&program.short_name).into()),
        ("cycle", cycle.to_string().into()),
        ("day", lang.day(assessment.on).into()),
    ];
    let head = lang.with("rules-head-renewal", &values);
    format!("{head}\n{}", findings(program, assessment, lang))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::clock::Dial;

    /// Calls `endorse renewal FILE …` on 2 March 2026.
    fn call(file: &str, rest: &[&str]) -> Result<(String, Status), String> {
        #[derive(clap::Parser)]
        struct Call {
            #[command(flatten)]
            args: Args,
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("locker.json");
        std::fs::write(&path, file).unwrap();
        let typed = ["renewal", path.to_str().unwrap()].into_iter().chain(rest.iter().copied());
        let call = <Call as clap::Parser>::try_parse_from(typed).unwrap();
        let noon: Timestamp = "2026-03-02T17:00:00Z".parse().unwrap();
        let programs = programs().unwrap();
        answer(&call.args, |id| programs.rulebook(id), &Clock::dial(&Dial::at(noon)))
    }

    const FIFTEEN_HOURS: &str = r#"{
        "format": "endorse-locker/1",
        "trainings": [{ "id": "t1", "from": "2025-03-01", "to": "2025-03-01", "didactic": true,
                        "minutes": { "imh": 720, "dei": 180 },
                        "competencies": ["theoretical-foundations/attachment"] }]
    }"#;

    #[test]
    fn a_cycle_asks_what_its_year_asks_and_counts_what_is_dated_in_it() {
        let of = |cycle: &str| {
            let rest = ["--category", "ifa", "--cycle", cycle, "--format", "json"];
            let (said, _) = call(FIFTEEN_HOURS, &rest).unwrap();
            serde_json::from_str::<serde_json::Value>(&said).unwrap()
        };

        let (then, before) = (of("2025"), of("2024"));
        assert_eq!(then["format"], "endorse-assessment/1");
        assert_eq!(then["policy"]["version"], "renewal-2025");
        let counted = |document: &serde_json::Value| {
            let all = document["requirements"].as_array().unwrap();
            all.iter().find(|it| it["id"] == "training.total").unwrap()["counted"].clone()
        };
        assert_eq!((counted(&then), counted(&before)), (900.into(), 0.into()));
    }

    #[test]
    fn people_read_what_is_missing() {
        let (said, status) =
            call(FIFTEEN_HOURS, &["--category", "ifa", "--cycle", "2026"]).unwrap();

        assert_eq!(status, Status::Unmet);
        assert!(said.contains("Renewal of 2026"), "{said}");
        assert!(said.contains("Closes with: "), "{said}");
    }

    #[test]
    fn a_year_that_is_none_and_a_category_without_rules_are_told() {
        let wrong = |rest: &[&str]| call(FIFTEEN_HOURS, rest).unwrap_err();

        assert_eq!(
            wrong(&["--category", "ifa", "--cycle", "26"]),
            "--cycle: \"26\" is not a year, written like 2024"
        );
        assert_eq!(
            wrong(&["--category", "xyz", "--cycle", "2026"]),
            "--category: no rules of ct-aimh are known for the renewal of \"xyz\""
        );
    }
}
