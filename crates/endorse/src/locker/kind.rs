//! The kinds of evidence, by their names in addresses, in rows and in words.

/// A kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Degrees and certificates.
    Education,
    /// Courses that show competencies.
    Courses,
    /// Jobs and other work.
    Work,
    /// In-service trainings.
    Trainings,
    /// Practice leadership.
    Leadership,
    /// Reflective supervision/consultation received.
    Rsc,
}

impl Kind {
    /// All of them, in the order in which people read them.
    pub const ALL: [Self; 6] = [
        Self::Trainings,
        Self::Rsc,
        Self::Work,
        Self::Education,
        Self::Courses,
        Self::Leadership,
    ];

    /// Its name in addresses and in the keys of words.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Education => "education",
            Self::Courses => "courses",
            Self::Work => "work",
            Self::Trainings => "trainings",
            Self::Leadership => "leadership",
            Self::Rsc => "rsc",
        }
    }

    /// Its name in rows.
    #[must_use]
    pub const fn kept(self) -> &'static str {
        match self {
            Self::Courses => "course",
            Self::Trainings => "training",
            other => other.path(),
        }
    }

    /// The kind of a row.
    #[must_use]
    pub fn of(kept: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.kept() == kept)
    }

    /// Where entries of this kind are listed.
    #[must_use]
    pub fn href(self) -> String {
        format!("/locker/{}", self.path())
    }

    /// Where one of them is corrected.
    #[must_use]
    pub fn href_of(self, id: &str) -> String {
        format!("/locker/{}/{id}", self.path())
    }
}
