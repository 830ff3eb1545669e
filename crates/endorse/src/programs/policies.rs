//! Policy versions: read from data, completed with the framework's areas, and checked.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use rules::policy::{
    Ask, AskCompetencies, CycleLength, Exemption, Proof, RenewalPolicy, RenewalRequirement,
};
use rules::{Policy, Requirement};
use serde::Deserialize;

use super::{Category, Framework, Sources, association, known, said};

/// Policy versions by category, oldest first; and renewals by category.
pub(super) type Read = (BTreeMap<String, Vec<Policy>>, BTreeMap<String, RenewalPolicy>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    category: String,
    version: Vec<Policy>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RenewalFile {
    cycle_years: u16,
    #[serde(default)]
    lengths: Vec<CycleLength>,
    #[serde(default)]
    proof: Option<Proof>,
    #[serde(default)]
    exemption: Option<Exemption>,
    #[serde(default)]
    same_evidence: Option<bool>,
    rule: Vec<RenewalRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RenewalRule {
    categories: Vec<String>,
    #[serde(default)]
    from_cycle: Option<i16>,
    #[serde(default)]
    to_cycle: Option<i16>,
    #[serde(default)]
    if_provides_rsc: Option<bool>,
    #[serde(default)]
    held_years: Option<u16>,
    #[serde(default)]
    held_less_than_years: Option<u16>,
    rule: Requirement,
}

/// Reads `policies/<category>.toml` for every category that has one, and `policies/renewal.toml`.
pub(super) fn read(
    folder: &str,
    categories: &[Category],
    framework: &Framework,
    sources: &Sources,
    file: &dyn Fn(&str) -> Option<String>,
) -> anyhow::Result<Read> {
    let mut policies = BTreeMap::new();
    for category in categories {
        let name = format!("policies/{}.toml", category.id);
        if file(&format!("{folder}/{name}")).is_none() {
            continue;
        }
        let read: File = association::parsed(folder, &name, file)?;
        let versions = complete(folder, category, framework, read)
            .and_then(|it| check(&it, sources).map(|()| it))
            .with_context(|| format!("{folder}/{name}"))?;
        policies.insert(category.id.clone(), versions);
    }
    let name = "policies/renewal.toml";
    let renewals = match file(&format!("{folder}/{name}")) {
        None => BTreeMap::new(),
        Some(_) => renewals(folder, categories, sources, association::parsed(folder, name, file)?)
            .with_context(|| format!("{folder}/{name}"))?,
    };
    Ok((policies, renewals))
}

/// Fills in whose policy it is, and the areas that the category asks.
fn complete(
    folder: &str,
    category: &Category,
    framework: &Framework,
    read: File,
) -> anyhow::Result<Vec<Policy>> {
    if read.category != category.id {
        bail!("category is {:?}, the file's name says {:?}", read.category, category.id);
    }
    let mut versions = read.version;
    for version in &mut versions {
        version.association = Arc::from(folder);
        version.category = Arc::from(category.id.as_str());
        for requirement in &mut version.requirements {
            if let (Ask::Competencies(ask), Some(group)) =
                (&mut requirement.ask, category.framework)
            {
                *ask = AskCompetencies::new(framework.asked_of(group));
            }
        }
    }
    versions.sort_by_key(|it| it.effective_from);
    Ok(versions)
}

fn check(versions: &[Policy], sources: &Sources) -> anyhow::Result<()> {
    let (Some(first), Some(last)) = (versions.first(), versions.last()) else {
        bail!("has no version");
    };
    if first.effective_from.is_some() {
        bail!(
            "{}: the first version must have no first day, so that every day has one",
            first.version
        );
    }
    if last.effective_to.is_some() {
        bail!(
            "{}: the last version must have no last day, so that every day has one",
            last.version
        );
    }
    for pair in versions.windows(2) {
        let [older, newer] = pair else { continue };
        let next = older.effective_to.and_then(|to| to.tomorrow().ok());
        match next {
            None => bail!("{}: needs a last day, since {} follows", older.version, newer.version),
            Some(next) if newer.effective_from != Some(next) => {
                bail!(
                    "{}: must begin on {next}, the day after {} ends",
                    newer.version,
                    older.version
                )
            }
            Some(_) => {}
        }
    }
    for (at, version) in versions.iter().enumerate() {
        if versions.iter().take(at).any(|it| it.version == version.version) {
            bail!("{}: is there twice", version.version);
        }
        if let Some(note) = &version.note {
            said(&note.en, &note.es, &version.version)?;
        }
        check_requirements(version, sources).with_context(|| version.version.to_string())?;
    }
    Ok(())
}

fn check_requirements(version: &Policy, sources: &Sources) -> anyhow::Result<()> {
    for (at, requirement) in version.requirements.iter().enumerate() {
        let what = requirement.id.as_str();
        if version.requirements.iter().take(at).any(|it| it.id == requirement.id) {
            bail!("{what}: is there twice");
        }
        if requirement.or.is_some_and(|other| version.requirement(other).is_none()) {
            bail!("{what}: or names a requirement that is not there");
        }
        check_one(requirement, sources)?;
        let follows_degree = match &requirement.ask {
            Ask::Work(ask) => ask.after_degree,
            Ask::Rsc(ask) => ask.after_degree,
            _ => false,
        };
        let degree = |it: &Requirement| matches!(it.ask, Ask::Education(_));
        if follows_degree && !version.requirements.iter().any(degree) {
            bail!("{what}: follows a degree, and no degree is asked");
        }
    }
    Ok(())
}

fn check_one(requirement: &Requirement, sources: &Sources) -> anyhow::Result<()> {
    let what = requirement.id.as_str();
    said(&requirement.text.en, &requirement.text.es, what)?;
    if let Some(note) = &requirement.note {
        said(&note.en, &note.es, what)?;
    }
    if requirement.source.is_empty() {
        bail!("{what}: names no source");
    }
    known(sources, &requirement.source, what)
}

fn renewals(
    folder: &str,
    categories: &[Category],
    sources: &Sources,
    read: RenewalFile,
) -> anyhow::Result<BTreeMap<String, RenewalPolicy>> {
    let mut policies: BTreeMap<String, RenewalPolicy> = BTreeMap::new();
    for rule in read.rule {
        check_one(&rule.rule, sources)?;
        for category in &rule.categories {
            if !categories.iter().any(|it| it.id == *category) {
                bail!("{}: no category {category:?}", rule.rule.id);
            }
            let policy = policies.entry(category.clone()).or_insert_with(|| RenewalPolicy {
                association: Arc::from(folder),
                category: Arc::from(category.as_str()),
                cycle_years: read.cycle_years,
                lengths: read.lengths.clone(),
                proof: read.proof,
                exemption: read.exemption.clone(),
                same_evidence: read.same_evidence,
                requirements: Vec::new(),
            });
            policy.requirements.push(RenewalRequirement {
                rule: rule.rule.clone(),
                from_cycle: rule.from_cycle,
                to_cycle: rule.to_cycle,
                if_provides_rsc: rule.if_provides_rsc,
                held_years: rule.held_years,
                held_less_than_years: rule.held_less_than_years,
            });
        }
    }
    Ok(policies)
}
