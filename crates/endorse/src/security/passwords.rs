//! Passwords: hashed slowly on purpose, a few at a time.

use std::sync::{Arc, OnceLock};

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use tokio::sync::Semaphore;

/// Hashes and checks passwords; at most two at a time, so that a crowd signing in cannot take all
/// memory and processors.
#[derive(Clone, Debug)]
pub struct Passwords {
    places: Arc<Semaphore>,
    nobody: Arc<OnceLock<String>>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(2)), nobody: Arc::default() }
    }
}

impl Passwords {
    /// The hash to keep.
    ///
    /// # Errors
    ///
    /// When hashing fails, which it does for lack of memory only.
    pub async fn hash(&self, password: &str) -> anyhow::Result<String> {
        let _place = self.places.acquire().await?;
        let password = password.to_owned();
        tokio::task::spawn_blocking(move || hash(&password)).await?
    }

    /// Whether a password is the one that was hashed. For an account that does not exist pass
    /// `None`: it takes just as long and answers no.
    ///
    /// # Errors
    ///
    /// When the kept hash is damaged.
    pub async fn fits(&self, password: &str, kept: Option<&str>) -> anyhow::Result<bool> {
        let _place = self.places.acquire().await?;
        let (password, known) = (password.to_owned(), kept.is_some());
        let kept = kept.map(str::to_owned);
        let nobody = self.nobody.clone();
        tokio::task::spawn_blocking(move || {
            let kept = match kept {
                Some(kept) => kept,
                None => match nobody.get() {
                    Some(kept) => kept.clone(),
                    None => {
                        let made = hash("nobody's password")?;
                        nobody.get_or_init(|| made).clone()
                    }
                },
            };
            let kept = PasswordHash::new(&kept).map_err(|it| anyhow::anyhow!("{it}"))?;
            let fits = Argon2::default().verify_password(password.as_bytes(), &kept).is_ok();
            Ok(fits && known)
        })
        .await?
    }
}

fn hash(password: &str) -> anyhow::Result<String> {
    let hash = Argon2::default()
        .hash_password(password.as_bytes())
        .map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(hash.to_string())
}
