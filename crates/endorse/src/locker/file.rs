//! Reading a locker file, with one sentence that names the field when something is wrong.

use rules::locker::{Locker, Plain, Problem};

/// Reads a file of the format `endorse-locker/1`.
///
/// # Errors
///
/// The first problem, by the path of its field: `trainings[3].minutes.imh`. The path is empty when
/// the file is no JSON at all.
pub fn read(file: &[u8]) -> Result<Locker, Problem> {
    // Editors on Windows put a mark in front of the text.
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mut json = serde_json::Deserializer::from_slice(file);
    let locker: Locker = serde_path_to_error::deserialize(Plain(&mut json)).map_err(|error| {
        let path = error.path().to_string();
        told(if path == "." { "" } else { &path }, error.inner())
    })?;
    json.end().map_err(|error| told("", &error))?;
    match locker.check() {
        Ok(()) => Ok(locker),
        Err(problems) => Err(problems.into_iter().next().unwrap_or_else(|| Problem {
            path: String::new(),
            sentence: "cannot be read".to_owned(),
        })),
    }
}

/// The reader's complaint in our words.
fn told(path: &str, error: &serde_json::Error) -> Problem {
    let complaint = error.to_string();
    // Where in the text it was; the path says it better, except for what is no JSON.
    let (bare, place) = match complaint.rsplit_once(" at line ") {
        Some((bare, place)) => (bare, Some(place)),
        None => (complaint.as_str(), None),
    };
    if !error.is_data() {
        let place = place.map(|it| format!("line {it}: ")).unwrap_or_default();
        return Problem {
            path: path.to_owned(),
            sentence: format!("{place}is not well-formed JSON ({bare})"),
        };
    }
    if let Some(field) = quoted_after(bare, "missing field ") {
        return Problem { path: join(path, field), sentence: "is missing".to_owned() };
    }
    if let Some(field) = quoted_after(bare, "duplicate field ") {
        return Problem { path: join(path, field), sentence: "is there twice".to_owned() };
    }
    if let Some(field) = quoted_after(bare, "unknown field ") {
        return Problem {
            path: join(path, field),
            sentence: "is not a field of this format".to_owned(),
        };
    }
    if let Some((_, expected)) =
        bare.strip_prefix("unknown variant ").and_then(|it| it.split_once(", expected "))
    {
        let expected = expected.trim_start_matches("one of ").replace('`', "");
        let one_of = if expected.contains(',') { "one of " } else { "" };
        return Problem { path: path.to_owned(), sentence: format!("must be {one_of}{expected}") };
    }
    let mismatch = bare.strip_prefix("invalid type: ").or(bare.strip_prefix("invalid value: "));
    if let Some((found, expected)) = mismatch.and_then(|it| it.rsplit_once(", expected ")) {
        let sentence = format!("must be {}, not {}", plain(expected), plain(found));
        return Problem { path: path.to_owned(), sentence };
    }
    Problem { path: path.to_owned(), sentence: bare.to_owned() }
}

/// The path of a field, whether or not the path ends in it already.
fn join(path: &str, field: &str) -> String {
    let ends = path.rsplit('.').next() == Some(field);
    if path.is_empty() || path == field {
        field.to_owned()
    } else if ends {
        path.to_owned()
    } else {
        format!("{path}.{field}")
    }
}

fn quoted_after<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    text.strip_prefix(start)?.strip_prefix('`')?.split('`').next()
}

/// The reader's words for kinds of value, in everyday words.
fn plain(words: &str) -> String {
    match words {
        "a sequence" | "sequence" => "a list".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "a string" => "text".to_owned(),
        "null" => "null".to_owned(),
        "map" => "an object".to_owned(),
        "u8" | "u16" | "u32" => "a whole number, 0 or more".to_owned(),
        "f64" => "a number".to_owned(),
        _ if words.starts_with("struct ") => "an object".to_owned(),
        _ if words.starts_with("string ") => words.replacen("string", "text", 1),
        _ if words.starts_with("boolean ") => words.replace("boolean ", "").replace('`', ""),
        _ if words.starts_with("integer ") => words.replace("integer ", "").replace('`', ""),
        _ if words.starts_with("floating point ") => {
            words.replace("floating point ", "").replace('`', "")
        }
        _ if words.starts_with("enum ") => "one of the words of this format".to_owned(),
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(list: &str) -> String {
        read(format!("{{\"format\": \"endorse-locker/1\", {list}}}").as_bytes())
            .unwrap_err()
            .to_string()
    }

    fn training(minutes: &str) -> String {
        let entry = |id: &str, minutes: &str| {
            format!(
                "{{\"id\": \"{id}\", \"from\": \"2023-03-01\", \"to\": \"2023-03-02\", \
                 \"minutes\": {minutes}}}"
            )
        };
        let good = "{\"imh\": 60, \"rsc\": 0, \"dei\": 0}";
        format!(
            "\"trainings\": [{}, {}, {}, {}]",
            entry("a", good),
            entry("b", good),
            entry("c", good),
            entry("d", minutes)
        )
    }

    #[test]
    fn a_locker_may_be_empty() {
        let locker = read(b"{\"format\": \"endorse-locker/1\"}").unwrap();

        assert!(locker.trainings.is_empty());
    }

    #[test]
    fn a_negative_and_a_fractional_minute_name_their_field() {
        for typed in ["-5", "7.5", "\"ten\"", "null", "true"] {
            assert_eq!(
                wrong(&training(&format!("{{\"imh\": {typed}}}"))),
                "trainings[3].minutes.imh: must be a whole number of minutes, 0 or more",
                "{typed}"
            );
        }
    }

    #[test]
    fn no_minute_and_more_than_a_day_has_are_refused() {
        assert_eq!(
            wrong(&training("{\"imh\": 0}")),
            "trainings[3].minutes: must be at least 1 minute in all"
        );
        assert_eq!(
            wrong(&training("{\"imh\": 2880, \"dei\": 1}")),
            "trainings[3].minutes: must be at most 24 hours a day, here 2880 minutes in all"
        );
        assert!(wrong(&training("{\"imh\": 99999999999}")).contains("at most 24 hours a day"));
    }

    #[test]
    fn an_impossible_date_names_its_field() {
        for day in ["2023-02-29", "2023-13-01", "01.02.2023", "2023-01-01T10:00", ""] {
            assert_eq!(
                wrong(&format!(
                    "\"leadership\": [{{\"id\": \"l\", \"track\": \"policy\", \"from\": \"{day}\"}}]"
                )),
                "leadership[0].from: must be a day that exists, written like 2024-01-31",
                "{day}"
            );
        }
    }

    #[test]
    fn fields_that_are_unknown_missing_or_double_are_named() {
        let signed = |rest: &str| {
            wrong(&format!("\"signatures\": [{{\"agreement\": \"code-of-ethics\"{rest}}}]"))
        };

        assert_eq!(signed(""), "signatures[0].signed: is missing");
        assert_eq!(
            signed(", \"signed\": \"2024-01-05\", \"place\": 1"),
            "signatures[0].place: is not a field of this format"
        );
        assert_eq!(
            signed(", \"agreement\": \"code-of-ethics\""),
            "signatures[0].agreement: is there twice"
        );
        assert_eq!(wrong("\"hobbies\": []"), "hobbies: is not a field of this format");
        assert_eq!(read(b"{}").unwrap_err().to_string(), "format: is missing");
    }

    #[test]
    fn a_word_that_is_not_in_the_list_names_the_list() {
        assert_eq!(
            wrong("\"education\": [{\"id\": \"e\", \"degree\": \"phd\"}]"),
            "education[0].degree: must be one of none, cda, certificate, associate, bachelor, \
             master, doctorate, other"
        );
        assert_eq!(
            read(b"{\"format\": \"endorse-locker/2\"}").unwrap_err().to_string(),
            "format: must be endorse-locker/1"
        );
    }

    #[test]
    fn a_wrong_type_says_what_it_should_be() {
        assert_eq!(wrong("\"work\": {}"), "work: must be a list, not an object");
        assert_eq!(
            wrong("\"work\": [{\"id\": \"w\", \"from\": \"2020-01-01\", \"paid\": \"yes\"}]"),
            "work[0].paid: must be true or false, not text \"yes\""
        );
        assert_eq!(
            wrong(
                "\"references\": [{\"id\": \"f\", \"relation\": \"student\", \"completed\": \
                   \"2020-01-01\", \"not_enough_information\": -1}]"
            ),
            "references[0].not_enough_information: must be a whole number, 0 or more, not -1"
        );
    }

    #[test]
    fn an_id_used_twice_and_days_in_the_wrong_order_are_refused() {
        let entry = |id: &str, to: &str| {
            format!(
                "{{\"id\": \"{id}\", \"track\": \"policy\", \"from\": \"2020-01-02\", \"to\": {to}}}"
            )
        };

        assert_eq!(
            wrong(&format!("\"leadership\": [{}, {}]", entry("l", "null"), entry("l", "null"))),
            "leadership[1].id: \"l\" is the id of an earlier entry of this list"
        );
        let training = "\"trainings\": [{\"id\": \"l\", \"from\": \"2020-01-01\", \"to\": \
                        \"2020-01-01\", \"minutes\": {\"imh\": 60}}]";
        assert_eq!(
            wrong(&format!("\"leadership\": [{}], {training}", entry("l", "null"))),
            "leadership[0].id: \"l\" is the id of an earlier entry of trainings"
        );
        assert_eq!(
            wrong(&format!("\"leadership\": [{}]", entry("l", "\"2020-01-01\""))),
            "leadership[0].to: must not be before from"
        );
    }

    #[test]
    fn a_list_is_no_record_and_an_object_is_no_word() {
        let rsc = |rest: &str| {
            wrong(&format!(
                "\"rsc\": [{{\"id\": \"r\", \"from\": \"2021-01-01\", \"to\": \"2021-01-01\", \
                 \"minutes\": 60, {rest}}}]"
            ))
        };

        assert_eq!(
            rsc("\"setting\": \"group\", \"provider\": [\"x\", []]"),
            "rsc[0].provider: must be an object, not a list"
        );
        assert_eq!(
            rsc(
                "\"setting\": \"group\", \"provider\": {\"standings\": [[\"imhm-c\", \"2015-01-01\"]]}"
            ),
            "rsc[0].provider.standings[0]: must be an object, not a list"
        );
        assert_eq!(
            rsc("\"setting\": {\"group\": null}"),
            "rsc[0].setting: must be one of the words of this format, not an object"
        );
        assert_eq!(
            wrong(&training("[1, 2, 3]")),
            "trainings[3].minutes: must be an object, not a list"
        );
        assert_eq!(wrong("\"person\": [\"x\"]"), "person: must be an object, not a list");
        assert_eq!(
            wrong("\"education\": [[\"e\", \"master\"]]"),
            "education[0]: must be an object, not a list"
        );
        assert_eq!(
            wrong("\"education\": [{\"id\": \"e\", \"degree\": 4}]"),
            "education[0].degree: must be one of the words of this format, not 4"
        );
        assert_eq!(
            read(b"[\"endorse-locker/1\"]").unwrap_err().to_string(),
            "must be an object, not a list"
        );
    }

    #[test]
    fn what_is_no_json_says_where() {
        let problem = read(b"{\"format\": ").unwrap_err();

        assert!(problem.sentence.starts_with("line 1 column "), "{problem}");
        assert!(problem.sentence.contains("is not well-formed JSON"), "{problem}");
        assert!(read(b"{\"format\": \"endorse-locker/1\"} x").is_err());
        assert!(read(b"").is_err());
    }
}
