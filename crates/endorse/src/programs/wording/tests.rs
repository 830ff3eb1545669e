//! What people read of an assessment.

use jiff::civil::date;
use rules::locker::{
    Education, Locker, Minutes, Provider, Rsc, Setting, Standing, Training, WorkKind,
};
use rules::{Stage, assess, assess_renewal};

use super::*;
use crate::programs::Programs;

fn training(id: &str, minutes: u32, day: jiff::civil::Date) -> Training {
    Training {
        id: id.into(),
        title: String::new(),
        trainer: String::new(),
        from: day,
        to: day,
        form: None,
        minutes: Minutes { imh: minutes, rsc: 0, dei: 0 },
        didactic: Some(true),
        competencies: vec!["theoretical-foundations/attachment".to_owned()],
    }
}

fn locker() -> Locker {
    Locker {
        education: vec![Education {
            id: "e1".into(),
            degree: rules::locker::Degree::Master,
            title: String::new(),
            institution: String::new(),
            field: String::new(),
            conferred: Some(date(2010, 5, 20)),
            transcript: None,
        }],
        trainings: vec![
            training("t1", 1200, date(2023, 3, 1)),
            training("t2", 600, date(2023, 4, 1)),
            training("t9", 120, date(2024, 2, 2)),
        ],
        ..Locker::default()
    }
}

#[test]
fn every_finding_of_every_version_is_told_in_both_languages() {
    let programs = Programs::embedded().unwrap();
    let program = programs.of("ct-aimh").unwrap();

    for category in program.offered() {
        for version in program.versions(&category.id) {
            for locker in [Locker::default(), locker()] {
                let found = assess(version, &locker, date(2024, 2, 1), Stage::Endorsement);
                for lang in Lang::ALL {
                    for told in tell(program, &found, lang) {
                        let all = format!("{told:?}");
                        assert!(!all.contains("[rules-"), "{all}");
                        assert!(!told.text.is_empty() && !told.sources.is_empty(), "{all}");
                        assert_eq!(told.closes_with.is_none(), told.status == Status::Met, "{all}");
                    }
                }
            }
        }
    }
}

#[test]
fn eighteen_more_hours_close_the_gap() {
    let programs = Programs::embedded().unwrap();
    let program = programs.of("ct-aimh").unwrap();
    let policy = program.policy_on("imhm-c", date(2024, 2, 1)).unwrap();

    let found = assess(policy, &locker(), date(2024, 2, 1), Stage::Submission);

    let (english, spanish) = (tell(program, &found, Lang::En), tell(program, &found, Lang::Es));
    let at = english.iter().position(|it| it.id == RequirementId::TrainingTotal).unwrap();
    assert_eq!(english[at].sentence, "30 of 48 hours.");
    assert_eq!(english[at].closes_with.as_deref(), Some("18 more hours of training"));
    assert_eq!(spanish[at].closes_with.as_deref(), Some("18 horas más de capacitación"));
    let out = &english[at].excluded_entries[0];
    assert_eq!((out.id, out.amount.as_str()), ("t9", "2 hours"));
    assert_eq!(out.sentence, "It is dated after February 1, 2024.");
}

#[test]
fn raters_who_are_asked_for_alike_are_told_together() {
    let programs = Programs::embedded().unwrap();
    let program = programs.of("ct-aimh").unwrap();
    let policy = program.policy_on("ifa", date(2026, 3, 2)).unwrap();

    let found = assess(policy, &Locker::default(), date(2026, 3, 2), Stage::Submission);

    for (lang, closes) in [
        (Lang::En, "3 ratings, each from someone who knows the work well"),
        (Lang::Es, "3 valoraciones, cada una de alguien que conozca bien el trabajo"),
    ] {
        let told = tell(program, &found, lang);
        let ratings = told.iter().find(|it| it.id == RequirementId::References).unwrap();
        assert_eq!(ratings.closes_with.as_deref(), Some(closes));
    }
}

#[test]
fn the_document_has_the_public_shape() {
    let programs = Programs::embedded().unwrap();
    let program = programs.of("ct-aimh").unwrap();
    let policy = program.policy_on("imhm-c", date(2024, 2, 1)).unwrap();

    let found = assess(policy, &locker(), date(2024, 2, 1), Stage::Submission);
    let document = document(program, &found);

    assert_eq!(document["format"], "endorse-assessment/1");
    assert_eq!(document["policy"]["effective_from"], "2024-01-01");
    assert!(document["policy"]["effective_to"].is_null());
    let total = document["requirements"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == "training.total")
        .unwrap();
    assert_eq!(total["required"], 2880);
    assert_eq!(total["counted"], 1800);
    assert_eq!(total["counted_entries"][0]["id"], "t1");
    assert_eq!(total["excluded_entries"][0]["reason"], "after-date");
    assert_eq!(total["source"][0], "004_af564b86f633d93f.txt");
    assert_eq!(total["closes_with"]["en"], "18 more hours of training");
}

#[test]
fn a_renewal_is_told_by_its_own_rules() {
    let programs = Programs::embedded().unwrap();
    let program = programs.of("ct-aimh").unwrap();
    let policy = program.renewal("imhs").unwrap();

    let found = assess_renewal(policy, &locker(), 2023, date(2023, 12, 1));
    let told = tell(program, &found, Lang::En);

    let ids: Vec<&str> = told.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        ids,
        ["training.total", "training.dei", "rsc.total", "membership", "agreement.code-of-ethics"]
    );
    assert_eq!(told[0].sentence, "30 of 15 hours.");
    assert!(told[2].text.contains("Mental Health Specialist or Mentor"), "{}", told[2].text);
}

#[test]
fn what_an_entry_leaves_unsaid_is_another_reason_than_what_it_says() {
    let programs = Programs::embedded().unwrap();
    let program = programs.of("ct-aimh").unwrap();
    let (policy, on) = (program.policy_on("imhm-c", date(2024, 2, 1)).unwrap(), date(2024, 2, 1));
    let why = |during: Option<WorkKind>| {
        let standing = Standing { category: "imhm-c".into(), from: date(2015, 1, 1), to: None };
        let rsc = Rsc {
            id: "r".into(),
            from: date(2020, 1, 1),
            to: date(2020, 2, 1),
            minutes: 600,
            setting: Setting::Individual,
            about: None,
            during,
            provider: Some(Provider { name: String::new(), standings: vec![standing] }),
        };
        let found = assess(policy, &Locker { rsc: vec![rsc], ..locker() }, on, Stage::Submission);
        let told = tell(program, &found, Lang::En);
        let total = told.iter().find(|it| it.id == RequirementId::RscTotal).unwrap();
        total.excluded_entries[0].sentence.clone()
    };
    let said = "These hours have to go with certain work, and the entry";
    assert_eq!(why(None), format!("{said} does not name it. The association can look at it."));
    assert_eq!(why(Some(WorkKind::Promotion)), format!("{said} names other work."));
}
