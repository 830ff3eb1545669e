//! Checking the folder of a program: everything that is wrong with it, by file and field.

use std::path::{Path, PathBuf};

use toml::Value;

use super::lock::Lock;
use super::offers::{About, Layer, Offers, ROOT};
use super::policies::{self, Digest, check, merge};
use super::problem::{Problem, Unreadable};
use super::{
    Agreements, Association, Calendar, Category, Fees, Framework, RatingForms, Rulebook, Sources,
    association, categories, embedded, whose,
};

/// A folder with a program, and where what it stands on is read: beside it, or in this binary.
#[derive(Debug)]
pub struct Folder {
    name: String,
    path: PathBuf,
}

/// What a check came to.
#[derive(Debug)]
pub struct Checked {
    /// The program's id.
    pub program: String,
    /// Everything that is wrong.
    pub problems: Vec<Problem>,
    /// The digest of each policy version.
    pub digests: Vec<Digest>,
    /// Versions that the lock does not have yet, as `category version`.
    pub unlocked: Vec<String>,
}

impl Folder {
    /// A folder on disk.
    ///
    /// # Errors
    ///
    /// If there is no such folder, or no program in it.
    pub fn open(path: &Path) -> Result<Self, Unreadable> {
        let shown = path.display().to_string();
        let wrong = |says: &str| Unreadable(Problem::new(&shown, "", says));
        let whole = path.canonicalize().map_err(|error| wrong(&error.to_string()))?;
        let name = whole.file_name().and_then(|it| it.to_str()).unwrap_or_default().to_owned();
        let has = |file: &str| whole.join(file).is_file();
        let is_program = has("program.toml") || (name == ROOT && has("categories.toml"));
        if !is_program {
            return Err(wrong("has no program.toml"));
        }
        Ok(Self { name, path: whole })
    }

    /// The text of a file, as `folder/file`.
    fn file(&self, path: &str) -> Option<String> {
        let on_disk = match path.strip_prefix(&self.name).and_then(|it| it.strip_prefix('/')) {
            Some(own) => return std::fs::read_to_string(self.path.join(own)).ok(),
            None => self.path.parent().map(|it| it.join(path)),
        };
        on_disk.and_then(|it| std::fs::read_to_string(it).ok()).or_else(|| embedded(path))
    }

    /// Its TOML files, as `folder/file`, in order.
    fn files(&self) -> Vec<String> {
        let (mut files, mut folders) = (Vec::new(), vec![self.path.clone()]);
        while let Some(folder) = folders.pop() {
            let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
            for path in entries.map(|it| it.path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|it| it == "toml")
                    && let Ok(own) = path.strip_prefix(&self.path)
                {
                    files.push(format!("{}/{}", self.name, own.display()));
                }
            }
        }
        files.sort();
        files
    }

    /// Where its lock is.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.path.join("versions.lock")
    }

    /// Its rules.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with them.
    pub fn rulebook(&self) -> anyhow::Result<Rulebook> {
        Rulebook::read(&self.name, &|path| self.file(path))
    }

    /// The versions of a category as they stand in files, put together.
    pub(super) fn merged(&self, category: &str) -> anyhow::Result<Option<merge::Merged>> {
        let file = |path: &str| self.file(path);
        let layers = Layer::all(&self.name, &file)?;
        Ok(merge::versions(&layers, category, &file)?)
    }

    /// The file `policies/renewal.toml`, if there is one.
    pub(super) fn renewal(&self) -> anyhow::Result<Option<toml::Table>> {
        let path = format!("{}/policies/renewal.toml", self.name);
        let text = self.file(&path);
        Ok(text.map(|it| merge::table(&path, &it)).transpose()?)
    }

    /// Everything that is wrong with it.
    ///
    /// # Errors
    ///
    /// If a file is no TOML or does not have the fields of a program.
    pub fn check(&self) -> Result<Checked, Unreadable> {
        let mut checked = Checked {
            program: self.name.clone(),
            problems: Vec::new(),
            digests: Vec::new(),
            unlocked: Vec::new(),
        };
        for path in self.files() {
            let text = self.file(&path).unwrap_or_default();
            let table = merge::table(&path, &text)?;
            // What is said of policies is looked at rule by rule.
            if !path.contains("/policies/") {
                bilingual(&path, "", &Value::Table(table), &mut checked.problems);
            }
        }
        if checked.problems.is_empty() {
            self.look(&mut checked)?;
        }
        Ok(checked)
    }

    fn look(&self, checked: &mut Checked) -> Result<(), Unreadable> {
        let file = |path: &str| self.file(path);
        let problems = &mut checked.problems;
        let Some(shared) = noted(problems, Shared::read(&file))? else { return Ok(()) };
        self.known_files(&shared.categories, problems);
        let Some(layers) = noted(problems, Layer::all(&self.name, &file))? else { return Ok(()) };
        if let Some(own) = layers.first().filter(|it| it.program.is_some()) {
            noted(problems, About::of(own, &file))?;
            problems.extend(Offers::of(own).problems(own, &shared.categories, &shared.sources));
        }
        let Shared { categories, framework, sources } = &shared;
        let (read, found) = policies::gather(&layers, categories, framework, sources, &file)?;
        problems.extend(found);
        if file(&format!("{}/association.toml", self.name)).is_some() {
            noted(problems, Association::read(&self.name, &file))?;
            noted(problems, Fees::read(&self.name, &file))?;
            noted(problems, Calendar::read(&self.name, &file))?;
            noted(
                problems,
                Agreements::read(whose(&self.name, "agreements/index.toml", &file), &file),
            )?;
            noted(
                problems,
                RatingForms::read(whose(&self.name, "rating-forms/form.toml", &file), &file),
            )?;
        }
        if problems.is_empty() {
            let lock = Lock::read(&format!("{}/versions.lock", self.name), &self.lock())?;
            problems.extend(lock.problems(&read.digests));
            checked.unlocked = lock.missing(&read.digests);
        }
        checked.digests = read.digests;
        Ok(())
    }

    /// A file under `policies/` is that of a category, or that of renewal.
    fn known_files(&self, categories: &[Category], problems: &mut Vec<Problem>) {
        for path in self.files() {
            let Some((_, name)) = path.split_once("/policies/") else { continue };
            let id = name.trim_end_matches(".toml");
            if id != "renewal" && !categories.iter().any(|it| it.id == id) {
                problems.push(Problem::new(&path, "category", format!("no category {id:?}")));
            }
        }
    }
}

/// What all associations share.
struct Shared {
    categories: Vec<Category>,
    framework: Framework,
    sources: Sources,
}

impl Shared {
    fn read(file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let categories = categories::read(file)?;
        let framework = Framework::read(file)?;
        let sources: Sources = association::parsed(ROOT, "sources.toml", file)?;
        categories::check(&categories, &framework, &sources)?;
        framework.check(&sources)?;
        Ok(Self { categories, framework, sources })
    }
}

/// Notes what is wrong with something that was read; what is no file of a program at all ends it.
fn noted<T>(problems: &mut Vec<Problem>, read: anyhow::Result<T>) -> Result<Option<T>, Unreadable> {
    let error = match read {
        Ok(read) => return Ok(Some(read)),
        Err(error) => error,
    };
    if let Some(bad) = error.downcast_ref::<toml::de::Error>() {
        let says = bad.message().lines().collect::<Vec<_>>().join(" ");
        return Err(Unreadable(Problem::new(&error.to_string(), "", says)));
    }
    match error.downcast::<Unreadable>() {
        Ok(unreadable) => Err(unreadable),
        Err(error) => {
            let said = format!("{error:#}");
            let (file, says) = said.split_once(": ").unwrap_or(("", &said));
            problems.push(Problem::new(file, "", says));
            Ok(None)
        }
    }
}

/// Looks for texts that are there in one language only, wherever they stand.
fn bilingual(path: &str, field: &str, value: &Value, problems: &mut Vec<Problem>) {
    match value {
        Value::Table(table) => {
            if table.get("en").or(table.get("es")).is_some_and(Value::is_str) {
                problems.extend(check::in_both(path, field, Some(value)));
            }
            for (name, it) in table {
                let dot = if field.is_empty() { "" } else { "." };
                bilingual(path, &format!("{field}{dot}{name}"), it, problems);
            }
        }
        Value::Array(list) => {
            for (at, it) in list.iter().enumerate() {
                bilingual(path, &format!("{field}[{at}]"), it, problems);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
