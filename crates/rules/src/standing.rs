//! The life of an endorsement: which act may follow which, and where it leads.

use serde::{Deserialize, Serialize};

/// How an endorsement stands in a stretch of its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stand {
    /// It goes on.
    Active,
    /// At rest: it may be taken up again.
    Inactive,
    /// Its time ran out unrenewed: a renewal brings it back.
    Lapsed,
    /// Given back at the end of a working life.
    Retired,
    /// Taken away. An end.
    Revoked,
}

/// What may happen to an endorsement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// It is put to rest.
    Hold,
    /// It is taken up again.
    Resume,
    /// Its time runs out.
    Lapse,
    /// A late renewal is confirmed.
    Reinstate,
    /// The person retires.
    Retire,
    /// It is taken away.
    Revoke,
}

impl Stand {
    /// Every stand there is, in the order of a life.
    pub const ALL: [Self; 5] =
        [Self::Active, Self::Inactive, Self::Lapsed, Self::Retired, Self::Revoked];

    /// Its name in rows, files and keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Inactive => "inactive",
            Self::Lapsed => "lapsed",
            Self::Retired => "retired",
            Self::Revoked => "revoked",
        }
    }

    /// The stand of that name, if there is one.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// Whether a renewal may be opened, handed in and confirmed.
    #[must_use]
    pub fn is_renewable(self) -> bool {
        matches!(self, Self::Active | Self::Lapsed)
    }

    /// Where an act leads, or `None` if it may not follow. What is taken up again after its last
    /// day has lapsed: `in_time` says whether that day is still to come.
    ///
    /// # Example
    ///
    /// ```
    /// use rules::standing::{Act, Stand};
    ///
    /// assert_eq!(Stand::Active.after(Act::Hold, true), Some(Stand::Inactive));
    /// assert_eq!(Stand::Inactive.after(Act::Resume, false), Some(Stand::Lapsed));
    /// assert_eq!(Stand::Revoked.after(Act::Resume, true), None);
    /// ```
    #[must_use]
    pub fn after(self, act: Act, in_time: bool) -> Option<Self> {
        match (self, act) {
            (Self::Active, Act::Hold) => Some(Self::Inactive),
            (Self::Inactive, Act::Resume) if in_time => Some(Self::Active),
            (Self::Inactive, Act::Resume) | (Self::Active, Act::Lapse) => Some(Self::Lapsed),
            (Self::Lapsed, Act::Reinstate) if in_time => Some(Self::Active),
            (Self::Active | Self::Inactive | Self::Lapsed, Act::Retire) => Some(Self::Retired),
            (Self::Revoked, _) => None,
            (_, Act::Revoke) => Some(Self::Revoked),
            _ => None,
        }
    }
}

impl Act {
    /// What a coordinator may do; the others follow from the calendar and from renewals.
    pub const BY_HAND: [Self; 4] = [Self::Hold, Self::Resume, Self::Retire, Self::Revoke];

    /// Its name in paths, forms and keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Resume => "resume",
            Self::Lapse => "lapse",
            Self::Reinstate => "reinstate",
            Self::Retire => "retire",
            Self::Revoke => "revoke",
        }
    }

    /// The act of that name that a coordinator may do.
    #[must_use]
    pub fn by_hand(name: &str) -> Option<Self> {
        Self::BY_HAND.into_iter().find(|it| it.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTS: [Act; 6] =
        [Act::Hold, Act::Resume, Act::Lapse, Act::Reinstate, Act::Retire, Act::Revoke];

    #[test]
    fn what_was_revoked_stays_revoked() {
        for act in ACTS {
            assert_eq!(Stand::Revoked.after(act, true), None, "{act:?}");
        }
    }

    #[test]
    fn everything_else_can_be_revoked() {
        for stand in [Stand::Active, Stand::Inactive, Stand::Lapsed, Stand::Retired] {
            assert_eq!(stand.after(Act::Revoke, true), Some(Stand::Revoked), "{stand:?}");
        }
    }

    #[test]
    fn a_rest_ends_active_in_time_and_lapsed_after_the_last_day() {
        assert_eq!(Stand::Active.after(Act::Hold, true), Some(Stand::Inactive));
        assert_eq!(Stand::Inactive.after(Act::Resume, true), Some(Stand::Active));
        assert_eq!(Stand::Inactive.after(Act::Resume, false), Some(Stand::Lapsed));
        assert_eq!(Stand::Active.after(Act::Resume, true), None);
    }

    #[test]
    fn only_what_goes_on_lapses_and_only_what_lapsed_is_reinstated() {
        for stand in Stand::ALL {
            let lapses = stand.after(Act::Lapse, false).is_some();
            let returns = stand.after(Act::Reinstate, true).is_some();
            assert_eq!(lapses, stand == Stand::Active, "{stand:?}");
            assert_eq!(returns, stand == Stand::Lapsed, "{stand:?}");
        }
        assert_eq!(Stand::Lapsed.after(Act::Reinstate, false), None);
    }

    #[test]
    fn every_stand_is_read_by_its_own_name() {
        for stand in Stand::ALL {
            assert_eq!(Stand::parse(stand.as_str()), Some(stand));
            assert_eq!(serde_json::to_value(stand).unwrap(), stand.as_str());
        }
        assert_eq!(Stand::parse("valid"), None);
    }

    #[test]
    fn only_what_goes_on_or_lapsed_is_renewed() {
        let renewable = Stand::ALL.map(Stand::is_renewable);
        assert_eq!(renewable, [true, false, true, false, false]);
    }

    #[test]
    fn a_coordinator_does_by_name_what_neither_the_calendar_nor_a_renewal_does() {
        for act in ACTS {
            let by_itself = matches!(act, Act::Lapse | Act::Reinstate);
            assert_eq!(Act::by_hand(act.as_str()), (!by_itself).then_some(act));
            assert_eq!(serde_json::to_value(act).unwrap(), act.as_str());
        }
    }
}
