//! What an association has set for itself, on top of its program: colour, contacts, languages, dates,
//! a notice, a page about it.
//!
//! Every page draws on it, so each process keeps it in memory. Whoever changes it reads it anew at
//! once ([`House::read`]); another process sees it within [`LOOK_AGAIN_AFTER`].

pub mod accent;
pub mod dates;
mod languages;
pub mod notices;
mod rows;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use db::{Db, Error, Tx};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use self::dates::OwnDate;
use self::notices::Notice;
use crate::i18n::Lang;
use crate::programs::Program;

pub use accent::Accent;
pub use languages::{Languages, lead};
pub use rows::{Set, all, in_turn};

/// How old what is kept in memory may be.
const LOOK_AGAIN_AFTER: SignedDuration = SignedDuration::from_secs(10);

/// Something that an association may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// Its colour, `#rrggbb`.
    Accent,
    /// The picture beside its name: a [`Logo`].
    Logo,
    /// Where to write to.
    Email,
    /// Where to call.
    Phone,
    /// Where to send letters, one line after another.
    Post,
    /// Which languages it offers, the first one first: [`Languages`].
    Languages,
    /// What it says about itself in English, as Markdown.
    AboutEn,
    /// What it says about itself in Spanish, as Markdown.
    AboutEs,
}

impl Setting {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Accent,
        Self::Logo,
        Self::Email,
        Self::Phone,
        Self::Post,
        Self::Languages,
        Self::AboutEn,
        Self::AboutEs,
    ];

    /// As it is kept, and in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accent => "accent",
            Self::Logo => "logo",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Post => "post",
            Self::Languages => "languages",
            Self::AboutEn => "about-en",
            Self::AboutEs => "about-es",
        }
    }

    /// The one of a name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == name)
    }
}

/// A picture beside the association's name: a PNG, kept by the hash of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// In pixels.
    pub width: u32,
    /// In pixels; not nought.
    pub height: u32,
}

/// How high a logo stands on pages, in pixels: as the mark that it takes the place of.
const HEIGHT: u32 = 34;

impl Logo {
    /// The name of its file.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}.png", self.sha256)
    }

    /// Its address, and how wide and high it stands on pages.
    #[must_use]
    pub fn shown(&self) -> (String, u32, u32) {
        let width = self.width.saturating_mul(HEIGHT) / self.height.max(1);
        (format!("/logo/{}", self.file()), width, HEIGHT)
    }

    /// As it is kept.
    fn read(kept: &str) -> Option<Self> {
        let mut parts = kept.split(' ');
        let sha256 = parts.next()?.to_owned();
        let (width, height) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { sha256, width, height })
    }
}

impl fmt::Display for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.sha256, self.width, self.height)
    }
}

/// What holds now; what is not there is as in the program.
#[derive(Clone, Debug, Default)]
pub struct Own {
    set: BTreeMap<Setting, String>,
    dates: Vec<OwnDate>,
    notice: Option<Notice>,
}

impl Own {
    /// What was set.
    #[must_use]
    pub fn get(&self, setting: Setting) -> Option<&str> {
        self.set.get(&setting).map(String::as_str)
    }

    /// Where to write to: as set, or as in the program.
    #[must_use]
    pub fn email<'a>(&'a self, program: &'a Program) -> Option<&'a str> {
        self.get(Setting::Email).or_else(|| program.association.email())
    }

    /// The dates that it has set.
    #[must_use]
    pub fn dates(&self) -> &[OwnDate] {
        &self.dates
    }

    /// What it has put up for its front page, whether its days have come or not.
    #[must_use]
    pub fn put_up(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// What stands on top of its front page on a day.
    #[must_use]
    pub fn notice(&self, day: Date) -> Option<&Notice> {
        self.notice.as_ref().filter(|it| it.stands_on(day))
    }

    /// The languages that it offers: as set, or as in the program. What its program does not have any
    /// more is not offered.
    #[must_use]
    pub fn languages(&self, program: &Program) -> Languages {
        let set = self.get(Setting::Languages).and_then(Languages::read);
        set.filter(|it| Languages::choices(program).contains(it))
            .unwrap_or_else(|| Languages::of(program))
    }

    /// The address of the stylesheet of the association's own colour, if it has set one.
    #[must_use]
    pub fn stylesheet(&self) -> Option<String> {
        let accent = Accent::read(self.get(Setting::Accent)?).ok()?;
        Some(format!("/appearance/{}", accent.file()))
    }

    /// Its logo, if it has set one.
    #[must_use]
    pub fn logo(&self) -> Option<Logo> {
        Logo::read(self.get(Setting::Logo)?)
    }

    /// What it says about itself: in a language, or in the other one where it has said it only there.
    #[must_use]
    pub fn about(&self, lang: Lang) -> Option<(Lang, &str)> {
        let of = |lang: Lang| {
            let setting = if lang.is_spanish() { Setting::AboutEs } else { Setting::AboutEn };
            self.get(setting).map(|it| (lang, it))
        };
        of(lang).or_else(|| of(lang.other()))
    }
}

/// What was read, and when.
type Read = (Timestamp, Arc<Own>);

/// What holds, as it was when it was last read.
#[derive(Clone, Debug, Default)]
pub struct House(Arc<RwLock<Option<Read>>>);

impl House {
    /// What holds now.
    ///
    /// # Errors
    ///
    /// When it has to be read and the database refuses.
    pub async fn now(&self, db: &Db, association: &str, now: Timestamp) -> Result<Arc<Own>, Error> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        match known {
            Some((at, own)) if now.duration_since(at).abs() < LOOK_AGAIN_AFTER => Ok(own),
            _ => self.read(db, association, now).await,
        }
    }

    /// Reads what holds.
    ///
    /// # Errors
    ///
    /// When the database refuses.
    pub async fn read(
        &self,
        db: &Db,
        association: &str,
        now: Timestamp,
    ) -> Result<Arc<Own>, Error> {
        let mut tx = db.read().await?;
        let set = all(&mut tx, association).await?;
        let known = set.into_iter().filter_map(|it| Some((Setting::named(&it.name)?, it.value)));
        let own = Arc::new(Own {
            set: known.collect(),
            dates: dates::all(&mut tx, association).await?,
            notice: notices::holding(&mut tx, association).await?,
        });
        drop(tx);
        let kept = Some((now, Arc::clone(&own)));
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = kept;
        Ok(own)
    }

    /// What was read last, without looking; nothing set if nothing was read.
    #[must_use]
    pub fn last(&self) -> Arc<Own> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        known.map(|it| it.1).unwrap_or_default()
    }
}

/// Sets something for an association, or with nothing leaves it to the program again; says the id
/// under which it stands, or stood. `None` if it is to stay as it was.
///
/// # Errors
///
/// When the database refuses.
pub async fn set(
    tx: &mut Tx,
    (association, setting): (&str, Setting),
    value: Option<&str>,
    (by, now): (Uuid, Timestamp),
) -> Result<Option<Uuid>, Error> {
    in_turn(tx, association).await?;
    if value.is_some() && rows::value(tx, association, setting.as_str()).await?.as_deref() == value
    {
        return Ok(None);
    }
    let before = rows::end(tx, association, setting.as_str(), (by, now)).await?;
    match value {
        None => Ok(before),
        Some(value) => {
            rows::add(tx, (association, setting.as_str()), value, (by, now)).await.map(Some)
        }
    }
}
