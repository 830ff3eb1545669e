//! How days, minutes and shapes are read, and the complaints about what they are not.

use rules::locker::{Locker, Plain, Standing};
use serde::Deserialize;

fn read(rest: &str) -> Result<Locker, String> {
    let json = format!("{{\"format\": \"endorse-locker/1\", {rest}}}");
    let plainly = Locker::deserialize(Plain(&mut serde_json::Deserializer::from_str(&json)));
    let by_itself = serde_json::from_str::<Locker>(&json);
    assert_eq!(plainly.is_ok(), by_itself.is_ok(), "{json}");
    plainly.map_err(|it| it.to_string())
}

fn trained(minutes: &str) -> Result<u32, String> {
    let entry = format!(
        "{{\"id\": \"t\", \"from\": \"2024-01-31\", \"to\": \"2024-01-31\", \
         \"minutes\": {{\"imh\": {minutes}}}}}"
    );
    read(&format!("\"trainings\": [{entry}]")).map(|it| it.trainings[0].minutes.imh)
}

#[test]
fn minutes_are_a_whole_number_and_nothing_else() {
    assert_eq!(trained("0"), Ok(0));
    assert_eq!(trained("90"), Ok(90));
    assert_eq!(trained("4294967295"), Ok(u32::MAX));
    assert_eq!(trained("4294967296"), Ok(u32::MAX), "longer than any entry, which the check says");
    for other in ["-1", "1.5", "90.0", "\"90\"", "true", "null"] {
        let complaint = trained(other).unwrap_err();
        let sentence = "must be a whole number of minutes, 0 or more";
        assert!(complaint.contains(sentence), "{other}: {complaint}");
    }
    for other in ["[90]", "{}"] {
        let complaint = trained(other).unwrap_err();
        assert!(complaint.contains("expected must be a whole number"), "{other}: {complaint}");
    }
}

fn worked(from: &str, to: &str) -> Result<(String, Option<String>), String> {
    let entry = format!("\"work\": [{{\"id\": \"w\", \"from\": {from}, \"to\": {to}}}]");
    let locker = read(&entry)?;
    Ok((locker.work[0].from.to_string(), locker.work[0].to.map(|it| it.to_string())))
}

#[test]
fn a_day_is_written_in_one_way_only_and_exists() {
    let day = || "2024-02-29".to_owned();
    let of = |it: &str| worked(it, it);
    assert_eq!(of("\"2024-02-29\""), Ok((day(), Some(day()))));
    for other in
        ["2023-02-29", "2024-2-29", "20240229", "2024-02-29T00", "2024/02/29", "+02024-02-29", ""]
    {
        let complaint = of(&format!("\"{other}\"")).unwrap_err();
        let sentence = "must be a day that exists, written like 2024-01-31";
        assert!(complaint.contains(sentence), "{other}: {complaint}");
    }
    let number = of("20240229").unwrap_err();
    assert!(number.contains("expected a day, written like 2024-01-31"), "{number}");
}

#[test]
fn a_last_day_may_be_open_and_a_first_one_may_not() {
    let day = "\"2024-02-29\"";
    assert_eq!(worked(day, "null"), Ok(("2024-02-29".to_owned(), None)));
    assert!(worked("null", "null").unwrap_err().contains("expected a day"));
    let number = worked(day, "1").unwrap_err();
    assert!(number.contains("expected a day, written like 2024-01-31"), "{number}");
    let open = read(&format!("\"work\": [{{\"id\": \"w\", \"from\": {day}}}]")).unwrap();
    assert_eq!(open.work[0].to, None, "what is missing is open");
    let written = serde_json::to_value(&open).unwrap();
    assert_eq!(written["work"][0]["from"], "2024-02-29");
    assert!(written["work"][0]["to"].is_null());
}

/// A standing as a part of a larger record, which serde reads into memory first.
#[derive(Deserialize)]
struct Held {
    by: String,
    #[serde(flatten)]
    standing: Standing,
}

#[test]
fn an_open_day_is_open_within_a_larger_record_too() {
    let json = r#"{"by": "m", "category": "ifs", "from": "2024-02-29", "to": null}"#;
    let held: Held = serde_json::from_str(json).unwrap();
    let from = jiff::civil::date(2024, 2, 29);
    assert_eq!(held.standing, Standing { category: "ifs".into(), from, to: None });
    assert_eq!(held.by, "m");
}

#[test]
fn every_kind_of_value_is_read_in_its_place() {
    let locker = read(
        "\"person\": {\"name\": \"M\\u00eda\"},
         \"courses\": [{\"id\": \"c\", \"credits\": 1.5, \"competencies\": [\"a/b\"]},
                       {\"id\": \"d\", \"credits\": null, \"completed\": \"2020-05-01\"}],
         \"work\": [{\"id\": \"w\", \"from\": \"2020-01-01\", \"paid\": true, \"families\": 3,
                     \"kinds\": [\"promotion\"], \"focus\": {\"relationships\": true}}]",
    )
    .unwrap();
    assert_eq!(locker.person.name, "Mía");
    assert_eq!((locker.courses[0].credits, locker.courses[1].credits), (Some(1.5), None));
    assert_eq!(locker.courses[0].competencies, ["a/b"]);
    assert!(locker.courses[0].completed.is_none() && locker.courses[1].completed.is_some());
    let job = &locker.work[0];
    assert_eq!((job.paid, job.families, job.kinds.len()), (Some(true), Some(3), 1));
    assert!(job.focus.is_some_and(|it| it.relationships && !it.social_emotional));
}

#[test]
fn what_the_format_does_not_name_is_refused() {
    let complaint = |rest: &str| read(rest).unwrap_err();
    assert!(complaint("\"persons\": {}").contains("unknown field `persons`"));
    assert!(complaint("\"education\": {}").contains("expected a sequence"));
    assert!(complaint("\"education\": [{\"id\": 1}]").contains("expected a string"));
    let degree = complaint("\"education\": [{\"id\": \"e\", \"degree\": \"phd\"}]");
    assert!(degree.contains("unknown variant `phd`"), "{degree}");
    let paid = "{\"id\": \"w\", \"from\": \"2020-01-01\", \"paid\": \"yes\"}";
    assert!(complaint(&format!("\"work\": [{paid}]")).contains("expected a boolean"));
    let word = complaint("\"education\": [{\"id\": \"e\", \"degree\": {}}]");
    assert!(word.contains("expected enum Degree"), "{word}");
    let other = "{\"format\": \"endorse-locker/2\"}";
    let read = Locker::deserialize(Plain(&mut serde_json::Deserializer::from_str(other)));
    assert!(read.unwrap_err().to_string().contains("unknown variant `endorse-locker/2`"));
}
