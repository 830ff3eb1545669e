//! Policy versions: read from data, put together from the programs on which one stands, completed
//! with the framework's areas, and checked.

pub(super) mod check;
mod digest;
pub(super) mod merge;
mod renewal;

use std::collections::BTreeMap;
use std::sync::Arc;

use rules::Policy;
use rules::policy::{Ask, AskCompetencies, RenewalPolicy};

pub use self::digest::Digest;
use self::merge::Merged;
use super::offers::Layer;
use super::problem::{Problem, Unreadable};
use super::{Category, Framework, Sources};

/// The rules of an association.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Policy versions by category, oldest first.
    pub policies: BTreeMap<String, Vec<Policy>>,
    /// Renewals by category.
    pub renewals: BTreeMap<String, RenewalPolicy>,
    /// The digest of each version.
    pub digests: Vec<Digest>,
}

/// Reads the rules of an association, and refuses the first thing that is wrong.
pub(super) fn read(
    layers: &[Layer],
    categories: &[Category],
    framework: &Framework,
    sources: &Sources,
    file: &dyn Fn(&str) -> Option<String>,
) -> anyhow::Result<Read> {
    let (read, problems) = gather(layers, categories, framework, sources, file)?;
    match problems.into_iter().next() {
        Some(problem) => anyhow::bail!("{problem}"),
        None => Ok(read),
    }
}

/// Reads the rules of an association, with everything that is wrong with them.
///
/// # Errors
///
/// If a file is no TOML or does not have the fields of a program.
pub(super) fn gather(
    layers: &[Layer],
    categories: &[Category],
    framework: &Framework,
    sources: &Sources,
    file: &dyn Fn(&str) -> Option<String>,
) -> Result<(Read, Vec<Problem>), Unreadable> {
    let (mut read, mut problems) = (Read::default(), Vec::new());
    let folder = layers.first().map_or("", |it| it.folder.as_str());
    for layer in layers {
        problems.extend(check::changes(layer, sources));
    }
    for category in categories {
        let Some(merged) = merge::versions(layers, &category.id, file)? else { continue };
        let raw = check::raw(&merged, sources);
        if raw.is_empty() {
            let versions = complete(folder, category, framework, &merged)?;
            problems.extend(check::versions(&merged.file, &versions, categories));
            read.digests.extend(digest::of(category, framework, &merged));
            read.policies.insert(category.id.clone(), versions);
        }
        problems.extend(raw);
    }
    let (renewals, wrong) = renewal::gather(folder, categories, sources, file)?;
    problems.extend(wrong);
    read.renewals = renewals;
    Ok((read, problems))
}

/// The versions as the rules want them: with whose they are, and the areas that the category asks.
fn complete(
    folder: &str,
    category: &Category,
    framework: &Framework,
    merged: &Merged,
) -> Result<Vec<Policy>, Unreadable> {
    let mut versions = Vec::new();
    for (at, table) in merged.versions.iter().enumerate() {
        let mut version: Policy = typed(&merged.file, &format!("version[{at}]"), table)?;
        version.association = Arc::from(folder);
        version.category = Arc::from(category.id.as_str());
        let edition = version.framework.as_deref().unwrap_or(framework.newest());
        if !framework.has(edition) {
            let field = format!("version[{}].framework", version.version);
            let says = format!("no edition {edition:?}");
            return Err(Unreadable(Problem::new(&merged.file, field, says)));
        }
        version.areas = framework.all_of(edition);
        let asked = category.framework.map(|it| framework.asked_of(it, edition));
        for requirement in &mut version.requirements {
            if let (Ask::Competencies(ask), Some(areas)) = (&mut requirement.ask, &asked) {
                *ask = AskCompetencies::new(areas.clone());
            }
        }
        versions.push(version);
    }
    versions.sort_by_key(|it| it.effective_from);
    Ok(versions)
}

/// Reads a table; what is wrong is told by the path of its field.
fn typed<'a, T: serde::Deserialize<'a>>(
    path: &str,
    field: &str,
    table: &toml::Table,
) -> Result<T, Unreadable> {
    let value = toml::Value::Table(table.clone());
    let mut track = serde_path_to_error::Track::new();
    let reader = serde_path_to_error::Deserializer::new(value, &mut track);
    T::deserialize(reader).map_err(|error: toml::de::Error| {
        let inner = track.path().to_string();
        let field = if inner == "." { field.to_owned() } else { format!("{field}.{inner}") };
        Unreadable(Problem::new(path, field, error.message()))
    })
}
