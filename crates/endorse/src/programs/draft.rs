//! A draft of rules: a file of one category, or the folder of a program, checked like the programs in
//! this binary and tried out beside them.

use std::path::Path;

use rules::Policy;

use super::check::Folder;
use super::policies::{check, merge};
use super::problem::Problem;
use super::{Programs, Rulebook, embedded};

/// The longest draft that is read, in bytes.
pub const MOST_BYTES: usize = 256 * 1024;

/// A draft, read and checked.
#[derive(Debug)]
pub struct Draft {
    rulebook: Rulebook,
    /// The categories that it has something to say about.
    categories: Vec<String>,
}

/// A category under a draft.
#[derive(Clone, Copy, Debug)]
pub struct Drafted<'a> {
    /// The category's id.
    pub category: &'a str,
    /// The draft's newest version.
    pub policy: &'a Policy,
}

impl Draft {
    /// Reads the text of a category's file as if it were the association's.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, with the file's name and the field.
    pub fn file(association: &str, name: &str, text: &str) -> Result<Self, String> {
        if text.len() > MOST_BYTES {
            return Err(format!("{name}: is longer than {MOST_BYTES} bytes"));
        }
        let table = merge::table(name, text).map_err(|it| it.to_string())?;
        if let Some(problem) = check::too_long(name, &table) {
            return Err(problem.to_string());
        }
        let category = table.get("category").and_then(toml::Value::as_str);
        let Some(category) = category.map(str::to_owned) else {
            return Err(Problem::new(name, "category", "is missing").to_string());
        };
        let path = format!("{association}/policies/{category}.toml");
        let file =
            |asked: &str| if asked == path { Some(text.to_owned()) } else { embedded(asked) };
        let read = Rulebook::read(association, &file);
        let rulebook = read.map_err(|it| format!("{it:#}").replace(&path, name))?;
        if rulebook.versions(&category).is_empty() {
            let says = format!("{category:?} is no category");
            return Err(Problem::new(name, "category", says).to_string());
        }
        Ok(Self { rulebook, categories: vec![category] })
    }

    /// Reads a file, or a program's folder.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, with the file's name and the field.
    pub fn open(path: &Path, association: &str, programs: &Programs) -> Result<Self, String> {
        let shown = path.display().to_string();
        if path.is_file() {
            let length = std::fs::metadata(path).map_err(|it| format!("{shown}: {it}"))?.len();
            if length > MOST_BYTES as u64 {
                return Err(format!("{shown}: is longer than {MOST_BYTES} bytes"));
            }
            let text = std::fs::read_to_string(path).map_err(|it| format!("{shown}: {it}"))?;
            return Self::file(association, &shown, &text);
        }
        let folder = Folder::open(path).map_err(|it| it.to_string())?;
        let rulebook = folder.rulebook().map_err(|it| format!("{it:#}"))?;
        let known = programs.rulebook(association);
        let differs = |category: &str| {
            let now = known.map_or(&[][..], |it| it.versions(category));
            rulebook.versions(category) != now
        };
        let categories = rulebook.categories.iter().map(|it| it.id.clone());
        let categories = categories.filter(|it| differs(it)).collect();
        Ok(Self { rulebook, categories })
    }

    /// The categories that it has something to say about, by its newest version of each.
    pub fn each(&self) -> impl Iterator<Item = Drafted<'_>> {
        self.categories.iter().filter_map(|category| {
            let policy = self.rulebook.versions(category).last()?;
            Some(Drafted { category, policy })
        })
    }
}
