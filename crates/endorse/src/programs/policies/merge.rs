//! Putting a category's versions together: those of the nearest program that has them, with what
//! the programs above ask differently.

use toml::{Table, Value};

use crate::programs::offers::Layer;
use crate::programs::problem::{Problem, Unreadable};

/// The versions of a category, before they are read as rules.
#[derive(Debug)]
pub struct Merged {
    /// The file in which they stand.
    pub file: String,
    /// One table for each, in the file's order.
    pub versions: Vec<Table>,
}

/// The versions of a category; `None` if no program has a file for it.
pub fn versions(
    layers: &[Layer],
    category: &str,
    file: &dyn Fn(&str) -> Option<String>,
) -> Result<Option<Merged>, Unreadable> {
    let path = |layer: &Layer| format!("{}/policies/{category}.toml", layer.folder);
    let found =
        layers.iter().enumerate().find_map(|(at, it)| Some((at, path(it), file(&path(it))?)));
    let Some((depth, path, text)) = found else { return Ok(None) };
    let mut read = table(&path, &text)?;
    let unreadable = |field: &str, says: String| Unreadable(Problem::new(&path, field, says));
    match read.remove("category") {
        Some(Value::String(it)) if it == category => {}
        Some(it) => {
            let says = format!("is {it}, the file’s name says {category:?}");
            return Err(unreadable("category", says));
        }
        None => return Err(unreadable("category", "is missing".to_owned())),
    }
    let mut versions =
        tables(read.remove("version")).map_err(|says| unreadable("version", says))?;
    if let Some(field) = read.keys().next() {
        return Err(unreadable(field, "is not a field of this format".to_owned()));
    }
    for layer in layers.iter().take(depth).rev() {
        for version in &mut versions {
            take_over(version, layer, category).map_err(|says| unreadable("version", says))?;
        }
    }
    Ok(Some(Merged { file: path, versions }))
}

/// A file as a table; what is wrong is told with its line.
pub fn table(path: &str, text: &str) -> Result<Table, Unreadable> {
    text.parse().map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|it| text.get(..it.start)).unwrap_or_default();
        let line = before.matches('\n').count().saturating_add(1);
        let says = error.message().lines().collect::<Vec<_>>().join(" ");
        Unreadable(Problem::new(path, format!("line {line}"), says))
    })
}

/// A list of tables.
pub fn tables(value: Option<Value>) -> Result<Vec<Table>, String> {
    let Some(Value::Array(list)) = value else { return Err("must be a list".to_owned()) };
    list.into_iter()
        .map(|it| match it {
            Value::Table(table) => Ok(table),
            _ => Err("must be a list of tables".to_owned()),
        })
        .collect()
}

/// What a version is in the program above: its rules taken over, so that none is surer than that,
/// and some of them changed.
fn take_over(version: &mut Table, layer: &Layer, category: &str) -> Result<(), String> {
    let inferred = || Value::String("inferred".to_owned());
    version.insert("confidence".to_owned(), inferred());
    version.remove("note");
    if let Some(note) = layer.inherited_note() {
        let texts = [("en", &note.en), ("es", &note.es)];
        let texts = texts.map(|(lang, it)| (lang.to_owned(), Value::String(it.clone())));
        version.insert("note".to_owned(), Value::Table(texts.into_iter().collect()));
    }
    let id = version.get("version").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut requirements = tables(version.remove("requirement"))?;
    for requirement in &mut requirements {
        requirement.insert("confidence".to_owned(), inferred());
        requirement.remove("note");
    }
    for change in layer.changes().iter().filter(|it| it.is_about(category, &id)) {
        if let Some(gone) = &change.remove {
            requirements.retain(|it| name(it) != gone);
        }
        let Some(new) = &change.requirement else { continue };
        match requirements.iter_mut().find(|it| name(it) == name(new)) {
            Some(old) => *old = new.clone(),
            None => requirements.push(new.clone()),
        }
    }
    let requirements = requirements.into_iter().map(Value::Table).collect();
    version.insert("requirement".to_owned(), Value::Array(requirements));
    Ok(())
}

/// The id of a requirement.
pub fn name(requirement: &Table) -> &str {
    requirement.get("id").and_then(Value::as_str).unwrap_or_default()
}
