//! `endorse compare`: how a locker file would stand for every category, the nearest first.

use std::path::PathBuf;
use std::process::ExitCode;

use jiff::civil::Date;
use rules::{Compared, Stage, Status, nearest_first};
use serde_json::{Value, json};

use super::assess::{Format, day_of, locker, today};
use crate::app::programs;
use crate::clock::Clock;
use crate::i18n::Lang;
use crate::programs::{Rulebook, wording};

/// How a locker file would stand for every category, the nearest first.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The locker file, in the format endorse-locker/1.
    locker: PathBuf,
    /// The association.
    #[arg(long, default_value = "ct-aimh")]
    association: String,
    /// The day, like 2024-01-31; today if not given. Nothing dated later counts.
    #[arg(long)]
    on: Option<String>,
    /// text or json.
    #[arg(long, default_value = "text")]
    format: String,
}

/// Compares. 0: everything that at least one category asks is met. 1: that of none is. 2: the call
/// or the file was wrong. 3: the programs in this binary cannot be read.
#[must_use]
pub fn run(args: &Args) -> ExitCode {
    match programs() {
        Ok(programs) => super::told(answer(args, |id| programs.rulebook(id), &Clock::wall())),
        Err(error) => super::failed(&error),
    }
}

/// What to say, and how the nearest category stands; or what is wrong, in one line.
fn answer<'a>(
    args: &Args,
    program: impl Fn(&str) -> Option<&'a Rulebook>,
    clock: &Clock,
) -> Result<(String, Status), String> {
    let Some(program) = program(&args.association) else {
        return Err(format!("--association: there is no program of {:?}", args.association));
    };
    let on = match &args.on {
        Some(day) => day_of(day)?,
        None => today(program, clock)?,
    };
    let format = Format::read(&args.format)?;
    let policies: Vec<_> =
        program.categories.iter().filter_map(|it| program.policy_on(&it.id, on)).collect();
    if policies.is_empty() {
        return Err(format!("--on: no rules of {} are known for {on}", args.association));
    }
    let locker = locker(&args.locker)?;
    let all = nearest_first(policies, &locker, on, Stage::Submission);
    let best = all.iter().map(|it| it.assessment.status()).min().unwrap_or(Status::Unmet);
    let said = match format {
        Format::Json => format!("{:#}", document(program, on, &all)),
        Format::Text => text(program, on, &all, Lang::En),
    };
    Ok((said, best))
}

/// The comparison for people: a line for each category, then what is missing.
fn text(program: &Rulebook, on: Date, all: &[Compared<'_>], lang: Lang) -> String {
    let head = [("association", (&program.short_name).into()), ("day", lang.day(on).into())];
    let mut lines = vec![lang.with("rules-compared", &head)];
    for (place, it) in (1_i64..).zip(all) {
        let id = &*it.assessment.category;
        let name = program.category(id).map_or(id, |it| it.name.get(lang));
        let whole = lang.say(&format!("rules-whole-{}", it.assessment.status().as_str()));
        let head = [
            ("place", place.into()),
            ("category", name.into()),
            ("id", id.into()),
            ("whole", whole.into()),
        ];
        lines.push(String::new());
        lines.push(lang.with("rules-compared-one", &head));
        lines.extend(wording::emerging(&it.assessment, lang).map(|it| format!("    {it}")));
        for told in wording::tell(program, &it.assessment, lang) {
            if let Some(step) = told.closes_with.filter(|_| told.stage <= it.assessment.stage) {
                lines.push(format!("    {:<14} {}: {step}", told.status_word, told.title));
            }
        }
    }
    lines.join("\n")
}

/// The comparison as the document `endorse-comparison/1`.
fn document(program: &Rulebook, on: Date, all: &[Compared<'_>]) -> Value {
    let one = |it: &Compared<'_>| {
        let mut assessment = wording::document(program, &it.assessment);
        let requirements = assessment["requirements"].take();
        let lacking = requirements.as_array().into_iter().flatten().filter(|it| {
            it["status"] != Status::Met.as_str() && it["stage"] == Stage::Submission.as_str()
        });
        let lacking: Vec<Value> = lacking
            .map(|it| {
                let keys = ["id", "status", "unit", "required", "counted", "closes_with"];
                Value::Object(keys.iter().map(|key| ((*key).to_owned(), it[key].clone())).collect())
            })
            .collect();
        let mut one = json!({
            "category": &*it.assessment.category,
            "policy": assessment["policy"],
            "status": it.assessment.status().as_str(),
            "missing": it.nearness.missing,
            "asked": it.nearness.asked,
            "lacking": lacking,
        });
        if let Some(standing) = assessment.get("emerging") {
            one["emerging"] = standing.clone();
        }
        one
    };
    json!({
        "format": "endorse-comparison/1",
        "association": program.id,
        "on": on.to_string(),
        "stage": Stage::Submission.as_str(),
        "categories": all.iter().map(one).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::clock::Dial;

    /// Calls `endorse compare FILE …` on 2 March 2026.
    fn call(file: &str, rest: &[&str]) -> Result<(String, Status), String> {
        #[derive(clap::Parser)]
        struct Call {
            #[command(flatten)]
            args: Args,
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("locker.json");
        std::fs::write(&path, file).unwrap();
        let typed = ["compare", path.to_str().unwrap()].into_iter().chain(rest.iter().copied());
        let call = <Call as clap::Parser>::try_parse_from(typed).unwrap();
        let noon: Timestamp = "2026-03-02T17:00:00Z".parse().unwrap();
        let programs = programs().unwrap();
        answer(&call.args, |id| programs.rulebook(id), &Clock::dial(&Dial::at(noon)))
            .map_err(|problem| problem.replace(&format!("{}: ", path.display()), "FILE: "))
    }

    const EMPTY: &str = "{\"format\": \"endorse-locker/1\"}";
    const HOME_VISITOR: &str = r#"{
        "format": "endorse-locker/1",
        "work": [{ "id": "w1", "from": "2020-01-01", "to": null, "paid": true,
                   "kinds": ["prevention"], "ages_months": { "from": 0, "to": 36 } }],
        "rsc": [{ "id": "r1", "from": "2024-01-01", "to": "2024-12-31", "minutes": 1440,
                  "setting": "group", "while": "prevention",
                  "provider": { "standings": [{ "category": "imhm-c", "from": "2015-01-01" }] } }]
    }"#;

    fn json(file: &str, rest: &[&str]) -> Value {
        let rest: Vec<&str> = ["--format", "json"].iter().chain(rest).copied().collect();
        serde_json::from_str(&call(file, &rest).unwrap().0).unwrap()
    }

    /// The ids of the categories, in the document's order.
    fn order(document: &Value) -> Vec<&str> {
        let all = document["categories"].as_array().unwrap();
        all.iter().map(|it| it["category"].as_str().unwrap()).collect()
    }

    #[test]
    fn every_category_is_there_the_nearest_first_with_what_is_missing() {
        let document = json(HOME_VISITOR, &[]);

        assert_eq!(document["format"], "endorse-comparison/1");
        // Both series and the add-on.
        assert_eq!(order(&document).len(), 15);
        assert_eq!(document["on"], "2026-03-02");
        let missing: Vec<i64> = document["categories"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["missing"].as_i64().unwrap())
            .collect();
        assert!(missing.is_sorted(), "{missing:?}");
        let specialist =
            document["categories"].as_array().unwrap().iter().find(|it| it["category"] == "ifs");
        let lacking = specialist.unwrap()["lacking"].as_array().unwrap();
        assert_eq!(lacking[0]["id"], "training.total");
        assert_eq!(lacking[0]["closes_with"]["en"], "30 more hours of training");
        assert_eq!(lacking[0]["closes_with"]["es"], "30 horas más de capacitación");
        assert!(lacking.iter().all(|it| it["id"] != "rsc.total" && it["id"] != "work.prevention"));
    }

    #[test]
    fn a_standing_with_some_of_it_open_is_told_where_there_is_one() {
        let document = json(HOME_VISITOR, &[]);
        let all = document["categories"].as_array().unwrap();
        let with: Vec<&str> = all
            .iter()
            .filter(|it| it.get("emerging").is_some())
            .map(|it| it["category"].as_str().unwrap())
            .collect();

        assert_eq!(with.len(), 3, "{with:?}");
        for category in ["ifrs", "ecfrs", "ers"] {
            assert!(with.contains(&category), "{with:?}");
        }
        let (said, _) = call(HOME_VISITOR, &[]).unwrap();
        assert_eq!(said.matches("one may become").count() + said.matches("One may").count(), 3);
    }

    #[test]
    fn the_rules_are_those_of_the_day() {
        let version = |on: &str| {
            let document = json(EMPTY, &["--on", on]);
            let all = document["categories"].as_array().unwrap();
            let mentor = all.iter().find(|it| it["category"] == "imhm-c").unwrap();
            mentor["policy"]["version"].clone()
        };

        assert_eq!(
            (version("2023-12-31"), version("2024-01-01")),
            ("to-2023".into(), "2024".into())
        );
    }

    #[test]
    fn people_read_a_line_for_each_category_and_what_it_lacks() {
        let (said, status) = call(HOME_VISITOR, &[]).unwrap();

        assert_eq!(status, Status::Unmet);
        assert!(said.contains("Infant Family Specialist (ifs): Not there yet."), "{said}");
        assert!(said.contains("Not yet        Training: 30 more hours of training"), "{said}");
    }

    #[test]
    fn what_is_wrong_with_a_call_is_one_line_that_says_where() {
        assert!(call(EMPTY, &["--association", "x"]).unwrap_err().starts_with("--association: "));
        assert!(call(EMPTY, &["--on", "soon"]).unwrap_err().starts_with("--on: "));
        assert!(call(EMPTY, &["--format", "xml"]).unwrap_err().starts_with("--format: "));
        assert_eq!(call("{}", &[]).unwrap_err(), "FILE: format: is missing");
    }
}
