//! Times as credentials write them: ISO 8601 to the second, with the offset written out.

use jiff::{Timestamp, Zoned};

/// `2026-01-01T05:00:00Z`
pub(crate) fn utc(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// `2027-01-31T23:59:59-05:00`
pub(crate) fn local(at: &Zoned) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Reads an XML Schema `dateTimeStamp`: day, `T`, time to the second at least, `Z` or offset.
pub(crate) fn read(text: &str) -> Option<Timestamp> {
    const SHAPE: &[u8] = b"dddd-dd-ddTdd:dd:dd";
    let bytes = text.as_bytes();
    let shaped = bytes.len() > SHAPE.len()
        && SHAPE.iter().zip(bytes).all(|(shape, byte)| match shape {
            b'd' => byte.is_ascii_digit(),
            _ => shape == byte,
        });
    if !shaped {
        return None;
    }
    let rest = text.get(SHAPE.len()..)?;
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|it: char| it.is_ascii_digit()),
        None => rest,
    };
    let offset = |zone: &str| {
        zone.len() == 6
            && zone.starts_with(['+', '-'])
            && zone.bytes().skip(1).enumerate().all(|(at, byte)| match at {
                2 => byte == b':',
                _ => byte.is_ascii_digit(),
            })
    };
    if zone == "Z" || offset(zone) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::{Offset, TimeZone};

    #[test]
    fn a_local_time_keeps_its_offset_and_reads_back_as_the_same_instant() {
        let at: Timestamp = "2027-02-01T04:59:59Z".parse().unwrap();

        let text = local(&at.to_zoned(TimeZone::fixed(Offset::constant(-5))));

        assert_eq!(text, "2027-01-31T23:59:59-05:00");
        assert_eq!(read(&text), Some(at));
        assert_eq!(read(&utc(at)), Some(at));
    }

    #[test]
    fn a_time_without_an_offset_or_in_another_shape_is_not_a_time() {
        for text in [
            "",
            "2027-01-31",
            "2027-01-31T23:59:59",
            "2027-01-31 23:59:59Z",
            "2027-01-31T23:59Z",
            "2027-01-31T23:59:59z",
            "2027-01-31T23:59:59-05",
            "2027-01-31T23:59:59-05:00[America/New_York]",
            "2027-02-30T23:59:59Z",
            "+02027-01-31T23:59:59Z",
            "2027-01-31T23:59:59.Ünicode",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
