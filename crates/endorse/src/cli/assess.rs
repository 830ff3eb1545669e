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
use crate::programs::{Rulebook, wording};

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
    super::told(answer(args, |id| programs.rulebook(id), &Clock::wall()))
}

/// What to say, and what the answer is; or what is wrong with the call or the file, in one line.
fn answer<'a>(
    args: &Args,
    program: impl Fn(&str) -> Option<&'a Rulebook>,
    clock: &Clock,
) -> Result<(String, Status), String> {
    let asked = Asked::read(args, program, clock)?;
    let assessment = asked.assess();
    let said = match asked.format {
        Format::Json => format!("{:#}", wording::document(asked.program, &assessment)),
        Format::Text => text(asked.program, &assessment, Lang::En),
    };
    Ok((said, assessment.status()))
}

/// How to say it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Format {
    Text,
    Json,
}

impl Format {
    /// As `--format` names it.
    pub(super) fn read(typed: &str) -> Result<Self, String> {
        match typed {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            other => Err(format!("--format: {other:?} is neither text nor json")),
        }
    }
}

/// A call that makes sense.
struct Asked<'a> {
    program: &'a Rulebook,
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
        program: impl Fn(&str) -> Option<&'a Rulebook>,
        clock: &Clock,
    ) -> Result<Self, String> {
        let Some(program) = program(&args.association) else {
            return Err(format!("--association: there is no program of {:?}", args.association));
        };
        let category =
            program.one_named(&args.category).map_err(|it| format!("--category: {it}"))?;
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
        let format = Format::read(&args.format)?;
        let Some(policy) = program.policy_on(&category.id, on) else {
            return Err(format!("--on: no rules of {} are known for {on}", category.id));
        };
        let locker = locker(&args.locker)?;
        Ok(Self { program, policy, locker, on, stage, format })
    }

    fn assess(&self) -> Assessment {
        rules::assess(self.policy, &self.locker, self.on, self.stage)
    }
}

pub(super) fn day_of(typed: &str) -> Result<Date, String> {
    let wrong = || format!("--on: {typed:?} is not a day that exists, written like 2024-01-31");
    if typed.len() != 10 {
        return Err(wrong());
    }
    typed.parse().map_err(|_| wrong())
}

/// Today, where the association is.
pub(super) fn today(program: &Rulebook, clock: &Clock) -> Result<Date, String> {
    let zone = TimeZone::get(&program.time_zone)
        .map_err(|error| format!("the association's time zone: {error}"))?;
    Ok(clock.now().to_zoned(zone).date())
}

pub(super) fn locker(path: &Path) -> Result<Locker, String> {
    let name = path.display();
    let bytes = std::fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    file::read(&bytes).map_err(|problem| format!("{name}: {problem}"))
}

/// An assessment for people, requirement by requirement.
fn text(program: &Rulebook, assessment: &Assessment, lang: Lang) -> String {
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
            ("association", (&program.short_name).into()),
            ("version", (&*assessment.version).into()),
            ("from", from.into()),
            ("to", to.into()),
            ("day", lang.day(assessment.on).into()),
        ],
    );
    format!("{head}\n{}", findings(program, assessment, lang))
}

/// What the whole comes to, and each requirement.
pub(super) fn findings(program: &Rulebook, assessment: &Assessment, lang: Lang) -> String {
    let whole = lang.say(&format!("rules-whole-{}", assessment.status().as_str()));
    let mut lines = vec![whole.into_owned()];
    if !program.is_offered(&assessment.category) {
        lines.extend(program.offers.note(&assessment.category, lang).map(str::to_owned));
    }
    lines.extend(wording::emerging(assessment, lang));
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
            let values = [
                ("amount", entry.amount.into()),
                ("id", entry.id.into()),
                ("sentence", entry.sentence.into()),
            ];
            lines.push(format!("    {}", lang.with("rules-line-excluded", &values)));
        }
        for source in told.sources {
            let line = lang.say1("rules-line-source", "source", &source.document);
            lines.push(format!("    {line}"));
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::clock::Dial;

    /// Calls `endorse assess FILE …` at half past midnight, New Year's Day in London and New Year's
    /// Eve in Connecticut.
    fn call(file: &str, rest: &[&str]) -> Result<(String, Status), String> {
        #[derive(clap::Parser)]
        struct Call {
            #[command(flatten)]
            args: Args,
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("locker.json");
        std::fs::write(&path, file).unwrap();
        let typed = ["assess", path.to_str().unwrap()].into_iter().chain(rest.iter().copied());
        let call = <Call as clap::Parser>::try_parse_from(typed).unwrap();
        let midnight: Timestamp = "2024-01-01T00:30:00Z".parse().unwrap();
        let programs = programs().unwrap();
        answer(&call.args, |id| programs.rulebook(id), &Clock::dial(&Dial::at(midnight)))
            .map_err(|problem| problem.replace(&format!("{}: ", path.display()), "FILE: "))
    }

    const EMPTY: &str = "{\"format\": \"endorse-locker/1\"}";

    fn json(rest: &[&str]) -> serde_json::Value {
        let rest: Vec<&str> = ["--format", "json"].iter().chain(rest).copied().collect();
        serde_json::from_str(&call(EMPTY, &rest).unwrap().0).unwrap()
    }

    #[test]
    fn the_rules_of_the_day_are_those_of_the_associations_day() {
        assert_eq!(json(&["--category", "imhm-c"])["on"], "2023-12-31");
        assert_eq!(json(&["--category", "imhm-c"])["policy"]["version"], "to-2023");
        let next = json(&["--category", "imhm-c", "--on", "2024-01-01"]);
        assert_eq!(next["policy"]["version"], "2024");
    }

    #[test]
    fn an_empty_locker_is_not_there_yet_and_says_so_in_words() {
        let (said, status) = call(EMPTY, &["--category", "imhm-c"]).unwrap();

        assert_eq!(status, Status::Unmet);
        assert!(said.contains("Not there yet."), "{said}");
        assert!(said.contains("Closes with: 30 more hours of training"), "{said}");
    }

    #[test]
    fn what_is_wrong_with_a_call_is_one_line_that_says_where() {
        let wrong = |rest: &[&str]| call(EMPTY, rest).unwrap_err();

        assert_eq!(
            wrong(&["--category", "xyz"]),
            "--category: \"xyz\" is not one of ifa, ifs, ifrs, imhs, imhm-c, imhm-p, imhm-rf, ecfa, \
             ecfs, ecfrs, ecmhs, ecmhm-c, ecmhm-p, ecmhm-rf, ers"
        );
        assert_eq!(
            wrong(&["--category", "ifa", "--on", "2023-02-29"]),
            "--on: \"2023-02-29\" is not a day that exists, written like 2024-01-31"
        );
        assert!(wrong(&["--category", "ifa", "--stage", "later"]).starts_with("--stage: "));
        assert!(wrong(&["--category", "ifa", "--format", "xml"]).starts_with("--format: "));
        assert!(wrong(&["--category", "ifa", "--association", "x"]).starts_with("--association: "));
    }

    #[test]
    fn rules_of_what_is_not_known_to_be_offered_say_so() {
        let (said, _) = call(EMPTY, &["--category", "ers", "--on", "2025-01-01"]).unwrap();

        assert!(said.contains("whether it has adopted this add-on is not known"), "{said}");
    }

    #[test]
    fn what_may_still_be_open_is_told_where_the_rules_let_it_be() {
        let base = r#"{"format": "endorse-locker/1",
            "endorsements": [{"category": "ifs", "association": "ct-aimh", "from": "2023-01-01"}]}"#;
        let add_on = ["--category", "ers", "--on", "2025-01-01"];

        let (said, _) = call(base, &add_on).unwrap();
        let sentence = "Everything else is there, so one may become “emerging” while this is still \
            open: Giving reflective supervision, Training on giving supervision, About giving \
            supervision and Reference ratings. There are then 24 months to finish it.";
        assert!(said.contains(sentence), "{said}");
        let (said, _) = call(EMPTY, &add_on).unwrap();
        assert!(said.contains("The rest has to be there first, and some of it is not"), "{said}");
        let (said, _) = call(EMPTY, &["--category", "ifrs"]).unwrap();
        assert!(
            said.contains("while this is still open: Giving reflective supervision."),
            "{said}"
        );
        assert!(!said.contains("months to finish"), "{said}");

        let standing = json(&add_on)["emerging"].clone();
        assert_eq!(standing["status"], "unmet");
        assert_eq!(standing["months"], 24);
        assert_eq!(standing["still_open"][0], "work.provides-rsc");
        assert!(standing["text"]["es"].as_str().unwrap().contains("dos años"), "{standing}");
        assert_eq!(standing["source"].as_array().unwrap().len(), 2);
        assert!(json(&["--category", "ifrs"])["emerging"]["months"].is_null());
        assert!(json(&["--category", "imhm-c"]).get("emerging").is_none());
    }

    #[test]
    fn what_is_wrong_with_a_file_names_file_and_field() {
        let bad = "{\"format\": \"endorse-locker/1\", \"person\": {\"age\": 7}}";

        let problem = call(bad, &["--category", "ifa"]).unwrap_err();

        assert_eq!(problem, "FILE: person.age: is not a field of this format");
    }
}
