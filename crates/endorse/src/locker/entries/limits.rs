//! What keeps a form from making an entry that a locker file would refuse.

use jiff::civil::Date;
use rules::{Hours, Locker};

use super::Asked;
use crate::typed::{self, Problems};

/// A length as people write it; nothing typed is no time at all.
pub fn hours(typed: &str) -> Result<u32, &'static str> {
    if typed.trim().is_empty() {
        return Ok(0);
    }
    typed.parse::<Hours>().map(Hours::minutes).map_err(|_| "locker-not-hours")
}

/// Whether a stretch of days ends after it began, said together with all else that is wrong; of days
/// that could not be read nothing is said.
pub fn in_order(from: Option<Date>, to: Option<Date>) -> Result<(), &'static str> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err("locker-ends-first"),
        _ => Ok(()),
    }
}

/// Asks the rules about a locker with just this entry. `places` says which field and which sentence
/// belong to the end of a problem's path; the last one takes whatever else there may be.
pub fn sound(
    locker: &Locker,
    places: &[(&str, &'static str, &'static str)],
) -> Result<(), Problems> {
    let Err(found) = locker.check() else { return Ok(()) };
    let mut problems = Problems::default();
    for problem in found {
        let place = places.iter().find(|(end, ..)| problem.path.ends_with(end));
        if let Some((_, field, key)) = place.or(places.last()) {
            problems.note::<()>(field, Err(key));
        }
    }
    Err(problems)
}

/// One of the choices, or nothing said.
pub fn optional<T: Copy>(typed: &str, choices: &[(&str, T)]) -> Result<Option<T>, &'static str> {
    if typed.is_empty() { Ok(None) } else { typed::one_of(typed, choices).map(Some) }
}

/// A day that has come, or none while it has not.
pub fn past_or_open(typed: &str, asked: &Asked) -> Result<Option<Date>, &'static str> {
    if typed.trim().is_empty() { Ok(None) } else { typed::past_day(typed, asked.today).map(Some) }
}
