//! Reading of days and minutes, with complaints that say what to write instead.

use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};

/// A day: `2024-01-31`, exactly.
pub(super) mod day {
    use super::{Day, Deserializer, Serializer};
    use jiff::civil::Date;

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        from.deserialize_str(Day)
    }

    pub fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }
}

/// A day, or `null` where it is open.
pub(super) mod open_day {
    use super::{Day, Deserializer, OpenDay, Serializer};
    use jiff::civil::Date;

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        from.deserialize_option(OpenDay(Day))
    }

    pub fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => to.collect_str(day),
            None => to.serialize_none(),
        }
    }
}

/// Whole minutes.
pub(super) mod minutes {
    use super::{Deserializer, Serializer, Whole};

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
        from.deserialize_any(Whole("must be a whole number of minutes, 0 or more"))
    }

    pub fn serialize<S: Serializer>(minutes: &u32, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u32(*minutes)
    }
}

struct Day;

const NOT_A_DAY: &str = "must be a day that exists, written like 2024-01-31";

impl Visitor<'_> for Day {
    type Value = jiff::civil::Date;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a day, written like 2024-01-31")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        match text.parse() {
            Ok(day) if shape => Ok(day),
            _ => Err(E::custom(NOT_A_DAY)),
        }
    }
}

struct OpenDay(Day);

impl<'de> Visitor<'de> for OpenDay {
    type Value = Option<jiff::civil::Date>;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a day, written like 2024-01-31, or null")
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self.0).map(Some)
    }
}

/// A whole number, 0 or more; whatever else it is, the complaint is the same.
struct Whole(&'static str);

impl Visitor<'_> for Whole {
    type Value = u32;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.0)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<u32, E> {
        // Longer than any entry can be; the check of the whole locker says so in its own words.
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<u32, E> {
        match u64::try_from(number) {
            Ok(number) => self.visit_u64(number),
            Err(_) => Err(E::custom(self.0)),
        }
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<u32, E> {
        Err(E::custom(self.0))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<u32, E> {
        Err(E::custom(self.0))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<u32, E> {
        Err(E::custom(self.0))
    }

    fn visit_unit<E: Error>(self) -> Result<u32, E> {
        Err(E::custom(self.0))
    }
}
