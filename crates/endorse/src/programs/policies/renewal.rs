//! What renewal asks: `policies/renewal.toml`, the association's own, never taken over.

use std::collections::BTreeMap;
use std::sync::Arc;

use rules::Requirement;
use rules::policy::{
    Ask, CycleLength, Exemption, Proof, RenewalPolicy, RenewalRequirement, bucket_problem,
};
use serde::Deserialize;
use toml::Value;

use super::{check, merge, typed};
use crate::programs::problem::{Problem, Unreadable};
use crate::programs::{Category, Sources};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    cycle_years: u16,
    #[serde(default)]
    lengths: Vec<CycleLength>,
    #[serde(default)]
    proof: Option<Proof>,
    #[serde(default)]
    exemption: Option<Exemption>,
    #[serde(default)]
    same_evidence: Option<bool>,
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
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

/// Renewals by category, with everything that is wrong with them.
pub(super) type Gathered = (BTreeMap<String, RenewalPolicy>, Vec<Problem>);

/// Reads an association's `policies/renewal.toml`, if it has one.
pub(super) fn gather(
    folder: &str,
    categories: &[Category],
    sources: &Sources,
    file: &dyn Fn(&str) -> Option<String>,
) -> Result<Gathered, Unreadable> {
    let path = format!("{folder}/policies/renewal.toml");
    let Some(text) = file(&path) else { return Ok(Gathered::default()) };
    let table = merge::table(&path, &text)?;
    let mut problems = Vec::new();
    let rules = table.get("rule").and_then(Value::as_array);
    let rules = rules.into_iter().flatten().filter_map(|it| it.get("rule")?.as_table());
    for (at, rule) in rules.enumerate() {
        let field = format!("rule[{at}].rule[{}]", merge::name(rule));
        problems.extend(check::stated(&path, &field, rule, sources));
    }
    if let Some(exemption) = table.get("exemption").and_then(Value::as_table) {
        problems.extend(check::stated(&path, "exemption", exemption, sources));
    }
    if !problems.is_empty() {
        return Ok((BTreeMap::new(), problems));
    }
    let read: File = typed(&path, "", &table)?;
    if read.cycle_years == 0 || read.lengths.iter().any(|it| it.years == 0) {
        problems.push(Problem::new(&path, "cycle_years", "must be at least 1"));
    }
    let mut policies: BTreeMap<String, RenewalPolicy> = BTreeMap::new();
    for (at, rule) in read.rule.iter().enumerate() {
        let field = format!("rule[{at}]");
        problems.extend(check::asked(&path, &field, &rule.rule, categories));
        for category in &rule.categories {
            if !categories.iter().any(|it| it.id == *category) {
                let says = format!("no category {category:?}");
                problems.push(Problem::new(&path, format!("{field}.categories"), says));
            }
            let policy =
                policies.entry(category.clone()).or_insert_with(|| empty(folder, category, &read));
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
    for policy in policies.values() {
        problems.extend(counted_once(&path, policy));
    }
    Ok((policies, problems))
}

fn empty(folder: &str, category: &str, read: &File) -> RenewalPolicy {
    RenewalPolicy {
        association: Arc::from(folder),
        category: Arc::from(category),
        cycle_years: read.cycle_years,
        lengths: read.lengths.clone(),
        proof: read.proof,
        exemption: read.exemption.clone(),
        same_evidence: read.same_evidence,
        requirements: Vec::new(),
    }
}

/// In each cycle that begins or ends a rule, minutes count once.
fn counted_once(path: &str, policy: &RenewalPolicy) -> Option<Problem> {
    let edges = policy.requirements.iter().flat_map(|it| [it.from_cycle, it.to_cycle]);
    let cycles: Vec<i16> = edges.flatten().chain([i16::MIN, i16::MAX]).collect();
    let training = |it: &&RenewalRequirement| matches!(it.rule.ask, Ask::Training(_));
    cycles.into_iter().find_map(|cycle| {
        let holds = |it: &&RenewalRequirement| {
            it.from_cycle.is_none_or(|from| from <= cycle)
                && it.to_cycle.is_none_or(|to| cycle <= to)
        };
        let rules = policy.requirements.iter().filter(training).filter(holds);
        let here = format!("rule of {}", policy.category);
        bucket_problem(rules.map(|it| &it.rule)).err().map(|it| check::twice(path, &here, it))
    })
}
