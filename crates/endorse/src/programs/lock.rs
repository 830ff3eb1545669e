//! `versions.lock`: the digest of every policy version that may be in use. One that is locked is never
//! changed; a correction is a new version.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::policies::{Digest, merge};
use super::problem::{Problem, Unreadable};

/// The versions that are locked.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    #[serde(skip)]
    file: String,
    #[serde(default)]
    locked: Vec<Locked>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Locked {
    category: String,
    version: String,
    digest: String,
    /// Its last day; written once, when another version follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ends: Option<String>,
}

const HEAD: &str = "\
# Written by `endorse program check --write-lock`. A version that stands here may be in use: applications
# were decided by it. It is never changed; a correction is a new version. Only a last day may be given to
# the newest one, once.

";

impl Lock {
    /// Reads a lock; where there is none, nothing is locked.
    ///
    /// # Errors
    ///
    /// If it is there and cannot be read.
    pub fn read(name: &str, path: &Path) -> Result<Self, Unreadable> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(Unreadable(Problem::new(name, "", error.to_string()))),
        };
        let table = merge::table(name, &text)?;
        let read = table.try_into::<Self>();
        let mut lock = read.map_err(|it| Unreadable(Problem::new(name, "", it.message())))?;
        name.clone_into(&mut lock.file);
        Ok(lock)
    }

    /// Locked versions that are gone, or are not what they were.
    #[must_use]
    pub fn problems(&self, digests: &[Digest]) -> Vec<Problem> {
        let mut found = Vec::new();
        for locked in &self.locked {
            let field = format!("{} {}", locked.category, locked.version);
            let is_it =
                |it: &&Digest| it.category == locked.category && it.version == locked.version;
            let says = match digests.iter().find(is_it) {
                None => "is locked, since it may be in use, and is gone",
                Some(now) if now.digest != locked.digest => {
                    "is locked, since it may be in use, and was changed: a correction is a new version"
                }
                Some(now) if locked.ends.is_some() && now.ends != locked.ends => {
                    "is locked, since it may be in use, and its last day was changed"
                }
                Some(_) => continue,
            };
            found.push(Problem::new(&self.file, field, says));
        }
        found
    }

    /// The versions that are not locked yet, as `category version`.
    #[must_use]
    pub fn missing(&self, digests: &[Digest]) -> Vec<String> {
        let is_locked = |now: &&Digest| {
            self.locked.iter().any(|it| it.category == now.category && it.version == now.version)
        };
        let missing = digests.iter().filter(|it| !is_locked(it));
        missing.map(|it| format!("{} {}", it.category, it.version)).collect()
    }

    /// The lock of these versions, as a file.
    ///
    /// # Errors
    ///
    /// If it cannot be written down.
    pub fn text(digests: &[Digest]) -> Result<String, toml::ser::Error> {
        let locked = digests.iter().map(|it| Locked {
            category: it.category.clone(),
            version: it.version.clone(),
            digest: it.digest.clone(),
            ends: it.ends.clone(),
        });
        let lock = Self { file: String::new(), locked: locked.collect() };
        Ok(format!("{HEAD}{}", toml::to_string(&lock)?))
    }
}
