//! Entries and policies for tests: CT-AIMH's own data, and evidence that just qualifies.

use std::path::Path;

use jiff::civil::{Date, date};
use rules::locker::{
    About, Degree, Education, Leadership, Locker, Membership, Minutes, Provider, Reference,
    Relation, Rsc, Setting, Signature, Standing, Track, Training, Work, WorkKind,
};
use rules::policy::{Area, Ask, AskCompetencies, RenewalPolicy, RenewalRequirement};
use rules::{Finding, Policy, Requirement, RequirementId, Stage, Status, assess};

/// Two areas stand for all: one that a source names for the category, one that none does.
pub const SOURCED: &str = "theoretical-foundations/attachment";
pub const RECALLED: &str = "thinking/planning-organizing";

fn data(name: &str) -> toml::Table {
    let path =
        format!("{}/../../programs/ct-aimh/policies/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

/// A policy version of CT-AIMH's, from the data that the product ships.
pub fn policy(category: &str, version: &str) -> Policy {
    let versions: Vec<Policy> = data(category)["version"].clone().try_into().unwrap();
    let policy = versions.into_iter().find(|it| &*it.version == version).unwrap();
    of("ct-aimh", category, policy)
}

/// Every policy version of every category that the product ships, and those of other associations
/// that ask of a category something else.
pub fn every_version() -> Vec<Policy> {
    let programs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../programs");
    let read =
        |path: &Path| -> toml::Table { std::fs::read_to_string(path).unwrap().parse().unwrap() };
    let mut folders: Vec<_> =
        std::fs::read_dir(programs).unwrap().map(|it| it.unwrap().path()).collect();
    folders.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let (mut shipped, mut changes) = (Vec::new(), Vec::new());
    for folder in &folders {
        let mut files: Vec<_> = std::fs::read_dir(folder.join("policies"))
            .unwrap()
            .map(|it| it.unwrap().path())
            .collect();
        files.sort();
        for file in files.iter().filter(|it| name(it) != "renewal") {
            let versions: Vec<Policy> = read(file)["version"].clone().try_into().unwrap();
            let category = name(file);
            shipped.extend(versions.into_iter().map(|it| of(&name(folder), &category, it)));
        }
        if folder.join("program.toml").exists() {
            let stated = read(&folder.join("program.toml")).remove("change");
            let stated: Vec<Change> = stated.map(|it| it.try_into().unwrap()).unwrap_or_default();
            changes.extend(stated.into_iter().map(|it| (name(folder), it)));
        }
    }
    let mut all = shipped.clone();
    for (association, change) in changes {
        let about = shipped.iter().filter(|it| change.is_about(it));
        all.extend(about.map(|it| change.applied_to(it, &association)));
    }
    all
}

/// What an association asks of a category otherwise.
#[derive(serde::Deserialize)]
struct Change {
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    versions: Vec<String>,
    requirement: Option<Requirement>,
}

impl Change {
    /// What is asked otherwise of all categories alike is not repeated for each.
    fn is_about(&self, policy: &Policy) -> bool {
        self.categories.iter().any(|it| **it == *policy.category)
            && (self.versions.is_empty() || self.versions.iter().any(|it| **it == *policy.version))
    }

    fn applied_to(&self, policy: &Policy, association: &str) -> Policy {
        let mut policy = Policy { association: association.into(), ..policy.clone() };
        if let Some(new) = &self.requirement {
            policy.requirements.retain(|it| it.id != new.id);
            policy.requirements.push(new.clone());
        }
        policy
    }
}

/// A version as whoever loads a program fills it in.
fn of(association: &str, category: &str, mut policy: Policy) -> Policy {
    policy.association = association.into();
    policy.category = category.into();
    for requirement in &mut policy.requirements {
        if let Ask::Competencies(ask) = &mut requirement.ask {
            *ask = AskCompetencies::new(vec![
                Area { id: SOURCED.into(), confirmed: true },
                Area { id: RECALLED.into(), confirmed: false },
            ]);
        }
    }
    policy
}

/// CT-AIMH's renewal of a category, from the data that the product ships.
pub fn renewal(category: &str) -> RenewalPolicy {
    let data = data("renewal");
    let mut requirements = Vec::new();
    for mut rule in data["rule"].clone().try_into::<Vec<toml::Table>>().unwrap() {
        let categories: Vec<String> = rule.remove("categories").unwrap().try_into().unwrap();
        let rule: RenewalRequirement = rule.try_into().unwrap();
        if categories.iter().any(|it| it == category) {
            requirements.push(rule);
        }
    }
    RenewalPolicy { requirements, ..RenewalPolicy::without_rules("ct-aimh", category, 1) }
}

/// The finding about one requirement.
pub fn find(policy: &Policy, locker: &Locker, on: Date, id: &str) -> Finding {
    let id = RequirementId::parse(id).unwrap();
    assess(policy, locker, on, Stage::Endorsement).finding(id).unwrap().clone()
}

/// The statuses of some requirements.
pub fn statuses(policy: &Policy, locker: &Locker, on: Date, ids: &[&str]) -> Vec<Status> {
    ids.iter().map(|id| find(policy, locker, on, id).status).collect()
}

/// What was excluded: id, amount, reason.
pub fn excluded(finding: &Finding) -> Vec<(String, u64, &'static str)> {
    finding
        .excluded_entries
        .iter()
        .map(|it| (it.id.to_string(), it.amount, it.reason.as_str()))
        .collect()
}

pub fn degree(id: &str, degree: Degree, conferred: Date) -> Education {
    Education {
        id: id.into(),
        degree,
        title: String::new(),
        institution: String::new(),
        field: String::new(),
        conferred: Some(conferred),
        transcript: None,
    }
}

pub fn work(id: &str, kind: WorkKind, from: Date, to: Option<Date>) -> Work {
    Work {
        id: id.into(),
        role: String::new(),
        employer: String::new(),
        from,
        to,
        paid: Some(true),
        kinds: vec![kind],
        families: Some(25),
        ages_months: None,
        focus: None,
    }
}

pub fn training(id: &str, (imh, rsc, dei): (u32, u32, u32), day: Date) -> Training {
    Training {
        id: id.into(),
        title: String::new(),
        trainer: String::new(),
        from: day,
        to: day,
        form: None,
        minutes: Minutes { imh, rsc, dei },
        didactic: Some(true),
        competencies: vec![SOURCED.to_owned()],
    }
}

pub fn leadership(id: &str, track: Track, from: Date, to: Option<Date>) -> Leadership {
    Leadership { id: id.into(), activity: String::new(), track, from, to }
}

pub fn standing(category: &str, from: Date, to: Option<Date>) -> Standing {
    Standing { category: category.into(), from, to }
}

pub fn rsc(id: &str, minutes: u32, from: Date, to: Date, standings: Vec<Standing>) -> Rsc {
    Rsc {
        id: id.into(),
        from,
        to,
        minutes,
        setting: Setting::Individual,
        about: Some(About::OwnPractice),
        during: Some(WorkKind::ImhsPractice),
        provider: Some(Provider { name: String::new(), standings }),
    }
}

pub fn mentor_since(from: Date) -> Vec<Standing> {
    vec![standing("imhm-c", from, None)]
}

pub fn reference(id: &str, relation: Relation, completed: Date) -> Reference {
    Reference {
        id: id.into(),
        relation,
        completed,
        not_enough_information: 0,
        rater_standings: Vec::new(),
    }
}

/// A locker in which everything is there for a Mentor – Clinical on 1 February 2024.
pub fn mentor_clinical() -> Locker {
    let about_rsc = Rsc {
        about: Some(About::OwnRscProvision),
        ..rsc("r2", 1500, date(2022, 1, 1), date(2022, 12, 31), mentor_since(date(2015, 1, 1)))
    };
    let signature =
        |agreement: &str| Signature { agreement: agreement.into(), signed: date(2024, 1, 5) };
    let two_days = |it: Training| Training { from: date(2023, 2, 28), ..it };
    let mut shows = training("t4", (60, 0, 0), date(2023, 6, 1));
    shows.competencies = vec![SOURCED.to_owned(), RECALLED.to_owned()];
    Locker {
        education: vec![degree("e1", Degree::Master, date(2010, 5, 20))],
        work: vec![
            work("w1", WorkKind::ImhsPractice, date(2012, 1, 1), Some(date(2016, 12, 31))),
            work("w2", WorkKind::ProvidesRsc, date(2018, 1, 1), Some(date(2020, 12, 31))),
        ],
        trainings: vec![
            two_days(training("t1", (1740, 0, 0), date(2023, 3, 1))),
            training("t2", (0, 900, 0), date(2023, 4, 1)),
            training("t3", (0, 0, 180), date(2023, 5, 1)),
            shows,
        ],
        leadership: vec![leadership(
            "l1",
            Track::Clinical,
            date(2018, 1, 1),
            Some(date(2020, 12, 31)),
        )],
        rsc: vec![
            rsc("r1", 1500, date(2021, 1, 1), date(2021, 12, 31), mentor_since(date(2015, 1, 1))),
            about_rsc,
        ],
        references: vec![
            reference("f1", Relation::ProgramSupervisor, date(2024, 1, 10)),
            reference("f2", Relation::RscProvider, date(2024, 1, 11)),
            reference("f3", Relation::RscRecipient, date(2024, 1, 12)),
        ],
        signatures: vec![signature("code-of-ethics"), signature("endorsement-agreement")],
        memberships: vec![Membership {
            association: "ct-aimh".into(),
            from: date(2024, 1, 1),
            to: Some(date(2024, 12, 31)),
        }],
        ..Locker::default()
    }
}
