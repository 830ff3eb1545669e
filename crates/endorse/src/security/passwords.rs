//! Passwords: hashed slowly on purpose, a few at a time; and held against what others would guess.

use std::sync::{Arc, OnceLock};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use super::lost::Lost;
use crate::settings::{self, Hashing};
use crate::typed;

/// What a password must be worth: so many guesses, as a power of ten.
const WORTH: f64 = 10.0;
/// The same without what stands between words, for whoever knows ours and the person's.
const WORTH_BESIDE_OURS: f64 = 8.0;

/// Hashes and checks passwords; at most two at a time, so that a crowd signing in cannot take all
/// memory and processors.
#[derive(Clone, Debug)]
pub struct Passwords {
    places: Arc<Semaphore>,
    nobody: Arc<OnceLock<String>>,
    lost: Option<Arc<Lost>>,
    costs: Params,
}

/// Why a password should not be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// It is known to be lost.
    Lost,
    /// It is made of words that everybody would try.
    Common,
    /// It is made of our own words, or of the person's.
    OurWords,
}

impl Passwords {
    /// With the file of lost passwords that the settings name, if they do.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or is no such file.
    pub fn open(settings: &settings::Passwords) -> anyhow::Result<Self> {
        let lost = settings.lost.as_deref().map(Lost::open).transpose()?;
        let places = Arc::new(Semaphore::new(2));
        let costs = match settings.hashing {
            Hashing::Dear => Params::DEFAULT,
            Hashing::Cheap => Params::new(Params::MIN_M_COST, 1, 1, None)
                .map_err(|error| anyhow::anyhow!("{error}"))?,
        };
        Ok(Self { places, nobody: Arc::default(), lost: lost.map(Arc::new), costs })
    }

    /// Why a password should not be chosen, if there is a reason: it is looked for in the file, and held
    /// against the commonest passwords, names and words, and against our own words.
    ///
    /// # Errors
    ///
    /// When the file cannot be read any more.
    pub async fn weakness(
        &self,
        password: &str,
        own_words: Vec<String>,
    ) -> anyhow::Result<Option<Weak>> {
        let _place = self.places.acquire().await?;
        let (password, lost) = (password.to_owned(), self.lost.clone());
        tokio::task::spawn_blocking(move || {
            if let Some(lost) = lost
                && lost.has(&password)?
            {
                return Ok(Some(Weak::Lost));
            }
            Ok(guessed(&password, &own_words))
        })
        .await?
    }

    /// Whether a hash was made with other costs than those of today.
    #[must_use]
    pub fn is_outdated(&self, kept: &str) -> bool {
        let (m, t, p) = (self.costs.m_cost(), self.costs.t_cost(), self.costs.p_cost());
        !kept.starts_with(&format!("$argon2id$v=19$m={m},t={t},p={p}$"))
    }

    /// The hash to keep.
    ///
    /// # Errors
    ///
    /// When hashing fails, which it does for lack of memory only.
    pub async fn hash(&self, password: &str) -> anyhow::Result<String> {
        let _place = self.places.acquire().await?;
        let (password, costs) = (password.to_owned(), self.costs.clone());
        tokio::task::spawn_blocking(move || hash(&password, costs)).await?
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
        let (nobody, costs) = (self.nobody.clone(), self.costs.clone());
        tokio::task::spawn_blocking(move || {
            let kept = match kept {
                Some(kept) => kept,
                None => match nobody.get() {
                    Some(kept) => kept.clone(),
                    None => {
                        let made = hash("nobody's password", costs)?;
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

/// Whether somebody would soon guess it.
fn guessed(password: &str, own_words: &[String]) -> Option<Weak> {
    let own: Vec<&str> = own_words.iter().map(String::as_str).collect();
    let worth = |text: &str, own: &[&str]| zxcvbn::zxcvbn(text, own).guesses_log10();
    // An accent more or less is no secret.
    let plain = typed::folded(password);
    let bare: String = plain.chars().filter(|it| it.is_alphanumeric()).collect();
    if worth(password, &[]).min(worth(&plain, &[])) < WORTH {
        Some(Weak::Common)
    } else if worth(&bare, &own) < WORTH_BESIDE_OURS {
        Some(Weak::OurWords)
    } else {
        None
    }
}

fn hash(password: &str, costs: Params) -> anyhow::Result<String> {
    let hash = Argon2::new(Algorithm::Argon2id, Version::V0x13, costs)
        .hash_password(password.as_bytes())
        .map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(hash.to_string())
}
