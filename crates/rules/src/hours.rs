//! Lengths of time as people write them, and as the rules add them up.

use core::fmt;
use core::iter::Sum;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A length of training or consultation, exact to the minute.
///
/// Forms speak in hours ("7.5", "7,5", "7:30"); rows and sums are whole minutes, so nothing is ever
/// lost to a floating point.
///
/// # Example
///
/// ```
/// use rules::Hours;
///
/// let read: Hours = "7.5".parse()?;
/// assert_eq!(read, Hours::from_minutes(450));
/// assert_eq!(read.to_string(), "7.5");
/// // Spanish-language forms write the same number with a comma.
/// assert_eq!("7,5".parse(), Ok(read));
/// assert_eq!("7:30".parse(), Ok(read));
/// # Ok::<(), rules::NotHours>(())
/// ```
///
/// # Example: what is not a length
///
/// ```
/// use rules::Hours;
///
/// assert!("soon".parse::<Hours>().is_err());
/// assert!("-2".parse::<Hours>().is_err());
/// // A third of an hour is 20 minutes, and 0.33 of an hour is no whole minute.
/// assert!("0.33".parse::<Hours>().is_err());
/// assert_eq!("0:20".parse(), Ok(Hours::from_minutes(20)));
/// // Is it one hour or a thousand?
/// assert!("1,000".parse::<Hours>().is_err());
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Hours {
    minutes: u32,
}

/// What was written is not a length of time in whole minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHours;

impl fmt::Display for NotHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not hours and whole minutes, like 7.5 or 7:30")
    }
}

impl core::error::Error for NotHours {}

impl Hours {
    /// So many whole minutes.
    #[must_use]
    pub const fn from_minutes(minutes: u32) -> Self {
        Self { minutes }
    }

    /// The whole minutes.
    #[must_use]
    pub const fn minutes(self) -> u32 {
        self.minutes
    }
}

impl FromStr for Hours {
    type Err = NotHours;

    fn from_str(typed: &str) -> Result<Self, NotHours> {
        let typed = typed.trim();
        let minutes = if let Some((hours, minutes)) = typed.split_once(':') {
            let minutes = digits(minutes, 2, 2)?;
            if minutes > 59 {
                return Err(NotHours);
            }
            whole(hours)?.checked_add(minutes)
        } else if let Some((hours, part)) = typed.split_once(['.', ',']) {
            // "7.5" is 50 hundredths, "7.25" is 25.
            let hundredths = match part.len() {
                1 => digits(part, 1, 1)?.saturating_mul(10),
                _ => digits(part, 2, 2)?,
            };
            let sixtieths = hundredths.saturating_mul(60);
            if sixtieths % 100 != 0 {
                return Err(NotHours);
            }
            whole(hours)?.checked_add(sixtieths / 100)
        } else {
            Some(whole(typed)?)
        };
        minutes.map(Self::from_minutes).ok_or(NotHours)
    }
}

/// Whole hours, as minutes.
fn whole(typed: &str) -> Result<u32, NotHours> {
    digits(typed, 1, 6)?.checked_mul(60).ok_or(NotHours)
}

fn digits(typed: &str, least: usize, most: usize) -> Result<u32, NotHours> {
    let length = typed.len();
    if length < least || length > most || !typed.bytes().all(|it| it.is_ascii_digit()) {
        return Err(NotHours);
    }
    typed.parse().map_err(|_| NotHours)
}

impl fmt::Display for Hours {
    /// Decimal where that is exact ("7.5"), else with a colon ("7:20").
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes) = (self.minutes / 60, self.minutes % 60);
        let hundredths = minutes * 100 / 60;
        if minutes % 3 != 0 {
            write!(f, "{hours}:{minutes:02}")
        } else if hundredths == 0 {
            write!(f, "{hours}")
        } else if hundredths.is_multiple_of(10) {
            write!(f, "{hours}.{}", hundredths / 10)
        } else {
            write!(f, "{hours}.{hundredths:02}")
        }
    }
}

impl Sum for Hours {
    /// Never overflows: stops at the longest length there is.
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        Self::from_minutes(lengths.fold(0_u32, |sum, it| sum.saturating_add(it.minutes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_read_exactly_is_refused() {
        for typed in
            ["", " ", "x", "-1", "+1", "7:60", "7:5", "7.", ".5", "1.333", "7.5.5", "7h", "9999999"]
        {
            assert_eq!(typed.parse::<Hours>(), Err(NotHours), "{typed}");
        }
        assert!(NotHours.to_string().contains("like 7.5 or 7:30"), "it says what to write");
    }

    #[test]
    fn a_quarter_of_an_hour_is_fifteen_minutes() {
        assert_eq!("0.25".parse(), Ok(Hours::from_minutes(15)));
        assert_eq!(Hours::from_minutes(15).minutes(), 15);
        let sum: Hours = [u32::MAX, 1].into_iter().map(Hours::from_minutes).sum();
        assert_eq!(sum.minutes(), u32::MAX, "the longest there is");
        assert_eq!(Hours::from_minutes(15).to_string(), "0.25");
        assert_eq!(Hours::from_minutes(3).to_string(), "0.05");
        assert_eq!(Hours::from_minutes(440).to_string(), "7:20");
    }

    proptest! {
        /// What is shown is read back as the same minutes.
        #[test]
        fn shown_and_read_again_is_the_same(minutes in 0_u32..60_000_000) {
            let hours = Hours::from_minutes(minutes);
            if minutes < 59_999_940 {
                prop_assert_eq!(hours.to_string().parse(), Ok(hours));
            }
        }

        /// Nothing typed makes it panic.
        #[test]
        fn anything_may_be_typed(typed in ".*") {
            let _ = typed.parse::<Hours>();
        }
    }
}
