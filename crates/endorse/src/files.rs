//! Bytes on disk, kept by their hash: equal bytes are kept once, and a file cannot change unseen.

use std::path::Path;

use anyhow::Context as _;
use object_store::local::LocalFileSystem;
use object_store::{ObjectStoreExt as _, path::Path as Key};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// Where documents are.
#[derive(Clone, Debug)]
pub struct Files(Arc<LocalFileSystem>);

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
        std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self(Arc::new(store)))
    }

    /// Keeps bytes and says by which hash. Written whole and on disk before it answers.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub async fn keep(&self, bytes: Vec<u8>) -> anyhow::Result<String> {
        let hash = sha256(&bytes);
        let key = key(&hash);
        if self.0.head(&key).await.is_err() {
            self.0.put(&key, bytes.into()).await?;
        }
        Ok(hash)
    }

    /// The bytes of a hash, checked against it.
    ///
    /// # Errors
    ///
    /// When there are none or they are no longer what they were.
    pub async fn read(&self, hash: &str) -> anyhow::Result<Vec<u8>> {
        let bytes = self.0.get(&key(hash)).await?.bytes().await?.to_vec();
        anyhow::ensure!(sha256(&bytes) == hash, "the file {hash} is damaged");
        Ok(bytes)
    }
}

fn key(hash: &str) -> Key {
    let (shelf, rest) = hash.split_at(2.min(hash.len()));
    Key::from(format!("{shelf}/{rest}"))
}
