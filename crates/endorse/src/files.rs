//! Bytes on disk, kept by their hash: equal bytes are kept once, and a file cannot change unseen.

use std::fs::File;
use std::io::{ErrorKind, Seek as _, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::Context as _;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use tempfile::{NamedTempFile, TempPath};
use tokio::io::AsyncWriteExt as _;
use tokio::task::spawn_blocking;

/// Where bytes are that arrive or are about to go; beside the shelves, so that they need not be copied.
const ASIDE: &str = "aside";

/// How much of the beginning is remembered, to see what a file is.
const HEAD: usize = 4096;

/// Where documents are.
#[derive(Clone, Debug)]
pub struct Files {
    folder: Arc<Path>,
}

/// Bytes that arrive piece by piece: on disk, and nobody's until they are kept. Gone when dropped.
#[derive(Debug)]
pub struct Incoming {
    file: tokio::fs::File,
    path: TempPath,
    hash: Sha256,
    head: Vec<u8>,
    size: u64,
}

/// Kept bytes that are out of the way. Gone when dropped, unless put back.
#[derive(Debug)]
pub struct Aside {
    path: TempPath,
    kept: PathBuf,
}

/// The SHA-256 of bytes, as lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

impl Files {
    /// Opens a folder, making it if need be.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made.
    pub fn open(folder: &Path) -> anyhow::Result<Self> {
        let aside = folder.join(ASIDE);
        std::fs::create_dir_all(&aside).with_context(|| aside.display().to_string())?;
        Ok(Self { folder: folder.into() })
    }

    /// A place for bytes that arrive.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub async fn incoming(&self) -> anyhow::Result<Incoming> {
        let aside = self.folder.join(ASIDE);
        let made = spawn_blocking(move || NamedTempFile::new_in(aside)).await??;
        let (file, path) = made.into_parts();
        let file = tokio::fs::File::from_std(file);
        Ok(Incoming { file, path, hash: Sha256::new(), head: Vec::new(), size: 0 })
    }

    /// Keeps what has arrived, dated by `now`, and says by which hash. Whole and on disk before it
    /// answers. Equal bytes take the place of those that were there.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub async fn keep(&self, arrived: Incoming, now: Timestamp) -> anyhow::Result<String> {
        let hash = hex::encode(arrived.hash.finalize());
        let (kept, folder) = (self.path(&hash), self.folder.clone());
        let (file, path) = (arrived.file.into_std().await, arrived.path);
        spawn_blocking(move || -> anyhow::Result<()> {
            file.set_modified(SystemTime::from(now))?;
            file.sync_all()?;
            let shelf = kept.parent().context("a file without a shelf")?;
            std::fs::create_dir_all(shelf)?;
            path.persist(&kept)?;
            File::open(shelf)?.sync_all()?;
            Ok(File::open(&folder)?.sync_all()?)
        })
        .await??;
        Ok(hash)
    }

    /// The file of a hash, checked against it and at its beginning, for whoever hands it on piece by
    /// piece; and its size in bytes.
    ///
    /// # Errors
    ///
    /// When there is none or it is no longer what it was.
    pub async fn checked(&self, hash: &str) -> anyhow::Result<(tokio::fs::File, u64)> {
        let (path, hash) = (self.path(hash), hash.to_owned());
        let (file, size) = spawn_blocking(move || -> anyhow::Result<(File, u64)> {
            let mut file = File::open(path)?;
            let mut hasher = HashWriter(Sha256::new());
            let size = std::io::copy(&mut file, &mut hasher)?;
            anyhow::ensure!(hex::encode(hasher.0.finalize()) == hash, "the file {hash} is damaged");
            file.rewind()?;
            Ok((file, size))
        })
        .await??;
        Ok((tokio::fs::File::from_std(file), size))
    }

    /// The bytes of a hash, checked against it.
    ///
    /// # Errors
    ///
    /// When there are none or they are no longer what they were.
    pub async fn read(&self, hash: &str) -> anyhow::Result<Vec<u8>> {
        undamaged(hash, tokio::fs::read(self.path(hash)).await?)
    }

    /// The same, for whoever may wait for the disk where they are.
    ///
    /// # Errors
    ///
    /// When there are none or they are no longer what they were.
    pub fn read_here(&self, hash: &str) -> anyhow::Result<Vec<u8>> {
        undamaged(hash, std::fs::read(self.path(hash))?)
    }

    /// The hashes of everything that is kept.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub async fn all(&self) -> anyhow::Result<Vec<String>> {
        let folder = self.folder.clone();
        spawn_blocking(move || {
            let mut found = Vec::new();
            for shelf in std::fs::read_dir(&folder)? {
                let shelf = shelf?;
                if shelf.file_name() == ASIDE || !shelf.file_type()?.is_dir() {
                    continue;
                }
                for file in std::fs::read_dir(shelf.path())? {
                    let (shelf, name) = (shelf.file_name(), file?.file_name());
                    found.push(format!("{}{}", shelf.display(), name.display()));
                }
            }
            Ok(found)
        })
        .await?
    }

    /// The hashes of everything kept before a time; forgets what arrived before it and was never kept.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub async fn kept_before(&self, time: Timestamp) -> anyhow::Result<Vec<String>> {
        let (folder, time) = (self.folder.clone(), SystemTime::from(time));
        spawn_blocking(move || {
            let mut found = Vec::new();
            for shelf in std::fs::read_dir(&folder)? {
                let shelf = shelf?;
                if !shelf.file_type()?.is_dir() {
                    continue;
                }
                for file in std::fs::read_dir(shelf.path())? {
                    let file = file?;
                    // What has gone meanwhile arrived, or was given up.
                    let Ok(about) = file.metadata() else { continue };
                    if about.modified()? >= time {
                        continue;
                    }
                    let (shelf, name) = (shelf.file_name(), file.file_name());
                    if shelf == ASIDE {
                        std::fs::remove_file(file.path())?;
                    } else if let (Some(shelf), Some(name)) = (shelf.to_str(), name.to_str()) {
                        found.push(format!("{shelf}{name}"));
                    }
                }
            }
            Ok(found)
        })
        .await?
    }

    /// Takes the bytes of a hash out of the way; `None` if there are none, or if they were kept anew
    /// since a time.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub async fn set_aside(&self, hash: &str, since: Timestamp) -> anyhow::Result<Option<Aside>> {
        let (kept, to) = (self.path(hash), self.folder.join(ASIDE).join(hash));
        spawn_blocking(move || {
            match std::fs::rename(&kept, &to) {
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
                renamed => renamed?,
            }
            // Looked at where nobody can change it any more.
            let modified = std::fs::metadata(&to)?.modified()?;
            let aside = Aside { path: TempPath::try_from_path(to)?, kept };
            if modified < SystemTime::from(since) {
                return Ok(Some(aside));
            }
            aside.put_back()?;
            Ok(None)
        })
        .await?
    }

    fn path(&self, hash: &str) -> PathBuf {
        let (shelf, rest) = shelved(hash);
        self.folder.join(shelf).join(rest)
    }
}

impl Incoming {
    /// Writes some more.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub async fn write(&mut self, some: &[u8]) -> anyhow::Result<()> {
        self.file.write_all(some).await?;
        self.hash.update(some);
        let missing = HEAD.saturating_sub(self.head.len()).min(some.len());
        self.head.extend_from_slice(&some[..missing]);
        self.size = self.size.saturating_add(some.len() as u64);
        Ok(())
    }

    /// Sees to it that what was written is on disk.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub async fn finish(&mut self) -> anyhow::Result<()> {
        self.file.flush().await?;
        Ok(self.file.sync_all().await?)
    }

    /// How many bytes there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The first few thousand of them.
    #[must_use]
    pub fn head(&self) -> &[u8] {
        &self.head
    }
}

impl Aside {
    /// Puts it back where it was.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn put_back(self) -> anyhow::Result<()> {
        Ok(self.path.persist(&self.kept)?)
    }
}

/// Takes the hash of what is copied into it.
struct HashWriter(Sha256);

impl Write for HashWriter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn undamaged(hash: &str, bytes: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    anyhow::ensure!(sha256(&bytes) == hash, "the file {hash} is damaged");
    Ok(bytes)
}

fn shelved(hash: &str) -> (&str, &str) {
    hash.split_at(2.min(hash.len()))
}
