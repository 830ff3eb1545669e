//! `endorse assess`: what the rules say about a locker file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::{Assessment, Locker, Stage, Status};

use crate::app::programs;
use crate::clock::Clock;
use crate::i18n::Lang;
use crate::locker::file;
use crate::programs::{Program, wording};

/// What the rules say about a locker file.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The locker file, in the format endorse-locker/1.
    locker: PathBuf,
    /// The category, such as imhm-c.
    #[arg(long)]
    category: String,
    /// The association.
    #[arg(long, default_value = "ct-aimh")]
    association: String,
    /// The day, like 2024-01-31; today if not given. Nothing dated later counts.
    #[arg(long)]
    on: Option<String>,
    /// What has to be there: submission or endorsement.
    #[arg(long, default_value = "submission")]
    stage: String,
    /// text or json.
    #[arg(long, default_value = "text")]
    format: String,
}

/// Assesses. 0: everything that is asked is met. 1: it is not. 2: the call or the file was wrong.
/// 3: the programs in this binary cannot be read.
#[must_use]
pub fn run(args: &Args) -> ExitCode {
    let programs = match programs() {
        Ok(programs) => programs,
        Err(error) => return super::failed(&error),
    };
    let asked = match Asked::read(args, |id| programs.of(id), &Clock::wall()) {
        Ok(asked) => asked,
        Err(problem) => {
            super::say_wrong(&format!("endorse: {problem}"));
            return ExitCode::from(2);
        }
    };
    let assessment = asked.assess();
    match asked.format {
        Format::Json => super::say(&format!("{:#}", wording::document(asked.program, &assessment))),
        Format::Text => super::say(&text(asked.program, &assessment, Lang::En)),
    }
    match assessment.status() {
        Status::Met => ExitCode::SUCCESS,
        Status::NeedsPerson | Status::Unmet => ExitCode::from(1),
    }
}

enum Format {
    Text,
    Json,
}

/// A call that makes sense.
struct Asked<'a> {
    program: &'a Program,
    policy: &'a rules::Policy,
    locker: Locker,
    on: Date,
    stage: Stage,
    format: Format,
}

impl<'a> Asked<'a> {
    /// Reads call and file; a problem is one sentence that says where.
    fn read(
        args: &Args,
        program: impl Fn(&str) -> Option<&'a Program>,
        clock: &Clock,
    ) -> Result<Self, String> {
        let Some(program) = program(&args.association) else {
            return Err(format!("--association: there is no program of {:?}", args.association));
        };
        if program.versions(&args.category).is_empty() {
            let offered: Vec<&str> = program.offered().map(|it| it.id.as_str()).collect();
            return Err(format!(
                "--category: {:?} is not one of {}",
                args.category,
                offered.join(", ")
            ));
        }
        let on = match &args.on {
            Some(day) => day_of(day)?,
            None => today(program, clock)?,
        };
        let stage = match args.stage.as_str() {
            "submission" => Stage::Submission,
            "endorsement" => Stage::Endorsement,
            other => {
                return Err(format!("--stage: {other:?} is neither submission nor endorsement"));
            }
        };
        let format = match args.format.as_str() {
            "text" => Format::Text,
            "json" => Format::Json,
            other => return Err(format!("--format: {other:?} is neither text nor json")),
        };
        let Some(policy) = program.policy_on(&args.category, on) else {
            return Err(format!("--on: no rules of {} are known for {on}", args.category));
        };
        let locker = locker(&args.locker)?;
        Ok(Self { program, policy, locker, on, stage, format })
    }

    fn assess(&self) -> Assessment {
        rules::assess(self.policy, &self.locker, self.on, self.stage)
    }
}

fn day_of(typed: &str) -> Result<Date, String> {
    let wrong = || format!("--on: {typed:?} is not a day that exists, written like 2024-01-31");
    if typed.len() != 10 {
        return Err(wrong());
    }
    typed.parse().map_err(|_| wrong())
}

/// Today, where the association is.
fn today(program: &Program, clock: &Clock) -> Result<Date, String> {
    let zone = TimeZone::get(&program.association.time_zone)
        .map_err(|error| format!("the association's time zone: {error}"))?;
    Ok(clock.now().to_zoned(zone).date())
}

fn locker(path: &Path) -> Result<Locker, String> {
    let name = path.display();
    let bytes = std::fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    file::read(&bytes).map_err(|problem| format!("{name}: {problem}"))
}

/// An assessment for people, requirement by requirement.
fn text(program: &Program, assessment: &Assessment, lang: Lang) -> String {
    let category = program
        .category(&assessment.category)
        .map_or(&*assessment.category, |it| it.name.get(lang));
    let from = assessment
        .effective_from
        .map_or_else(|| lang.say("rules-head-from-ever").into_owned(), |it| lang.day(it));
    let to = assessment
        .effective_to
        .map_or_else(|| lang.say("rules-head-to-open").into_owned(), |it| lang.day(it));
    let head = lang.with(
        "rules-head",
        &[
            ("category", category.into()),
            ("association", (&program.association.short_name).into()),
            ("version", (&*assessment.version).into()),
            ("from", from.into()),
            ("to", to.into()),
            ("day", lang.day(assessment.on).into()),
        ],
    );
    let whole = lang.say(&format!("rules-whole-{}", assessment.status().as_str()));
    let mut lines = vec![head, whole.into_owned()];
    for told in wording::tell(program, assessment, lang) {
        lines.push(String::new());
        lines.push(format!("{:<14} {} ({})", told.status_word, told.title, told.id));
        lines.push(format!("    {}", told.sentence));
        lines.push(format!("    {}", lang.say1("rules-line-rule", "text", told.text)));
        if let Some(step) = told.closes_with {
            lines.push(format!("    {}", lang.say1("rules-line-closes", "step", step)));
        }
        for entry in told.counted_entries {
            let line = lang.say2("rules-line-counted", "amount", entry.amount, "id", entry.id);
            lines.push(format!("    {line}"));
        }
        for entry in told.excluded_entries.into_iter().filter(|it| !it.is_beside) {
            let values =
                [("amount", entry.amount.into()), ("id", entry.id.into()), ("sentence", entry.sentence.into())];
            lines.push(format!("    {}", lang.with("rules-line-excluded", &values)));
        }
        for source in told.sources {
            let line = lang.say1("rules-line-source", "source", &source.document);
            lines.push(format!("    {line}"));
        }
    }
    lines.join("\n")
}
