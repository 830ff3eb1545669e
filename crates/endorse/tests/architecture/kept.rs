//! What is kept of people: every table is in the list that the notice is drawn from and in the page
//! that says what becomes of it, and what the page says is what the statements do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::nothing;
use crate::reading::{files, top};

/// What shows that a table is about people.
const ABOUT_PEOPLE: &[&str] = &["person_id", "references people", "email", "typed_name"];

fn text(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap()
}

/// Every table that the migrations leave, and what was said when it was made.
fn tables() -> BTreeMap<String, String> {
    let mut tables = BTreeMap::new();
    for file in files("crates/db/migrations", ".sql") {
        let lines = file.text.lines().map(|it| it.split("--").next().unwrap());
        for statement in lines.collect::<Vec<_>>().join("\n").split(';') {
            let words: Vec<&str> = statement.split_whitespace().collect();
            match words[..] {
                ["create", "table", name, ..] => {
                    tables.insert(name.to_owned(), statement.to_owned());
                }
                ["drop", "table", name, ..] => {
                    tables.remove(name);
                }
                ["alter", "table", name, "rename", "to", other] => {
                    let made = tables.remove(name).unwrap();
                    tables.insert(other.to_owned(), made);
                }
                _ => {}
            }
        }
    }
    tables
}

/// The names in quotes within the brackets after each mark.
fn named(code: &str, mark: &str) -> BTreeSet<String> {
    let parts = code.split(mark).skip(1).map(|it| it.split(']').next().unwrap());
    parts.flat_map(|it| it.split('"').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// The rows of the page: a table, whether it is in own data, what becomes of it.
fn told() -> BTreeMap<String, (String, String)> {
    let page = text("docs/privacy.md");
    let rows = page.lines().filter_map(|it| it.strip_prefix("| `"));
    rows.map(|row| {
        let cells: Vec<&str> = row.split(" | ").collect();
        let name = cells[0].trim_end_matches('`').to_owned();
        (name, (cells[2].to_owned(), cells[3].trim_end_matches(" |").to_owned()))
    })
    .collect()
}

#[test]
fn every_table_is_known_to_the_notice_and_to_the_page() {
    let there: BTreeSet<String> = tables().into_keys().collect();
    let list = text("crates/endorse/src/consents/holdings.rs");
    let of_people = named(&list, "tables: &[");
    let of_nobody = named(&list, "OF_NOBODY: &[&str] = &[");

    assert!(of_people.is_disjoint(&of_nobody));
    let listed: BTreeSet<String> = of_people.union(&of_nobody).cloned().collect();
    assert_eq!(listed, there, "left: consents/holdings.rs, right: the migrations");
    let on_page: BTreeSet<String> = told().into_keys().collect();
    assert_eq!(on_page, there, "left: docs/privacy.md, right: the migrations");

    let about = |it: &&String| ABOUT_PEOPLE.iter().any(|mark| tables()[*it].contains(mark));
    let found: Vec<String> = of_nobody.iter().filter(about).cloned().collect();
    nothing("tables said to be of nobody that are about people", &found);
}

#[test]
fn what_the_page_says_of_a_table_is_what_the_statements_do() {
    let handed_out = text("crates/endorse/src/privacy/data/rows.rs");
    let mut erased = text("crates/endorse/src/privacy/erasure/rows.rs");
    erased += &text("crates/endorse/src/privacy/erasure/letters/rows.rs");
    let forgets = "update audit_events set detail = null";
    if text("crates/endorse/src/audit/rows.rs").contains(forgets) {
        erased += forgets;
    }
    let mut found = Vec::new();
    for (table, (own_data, erasure)) in told() {
        let reads = [format!("from {table} "), format!("from {table}\n"), format!("join {table} ")];
        let is_read = reads.iter().any(|it| handed_out.contains(it));
        if is_read == own_data.starts_with("no") {
            found.push(format!("{table}: in own data it is \"{own_data}\", and read: {is_read}"));
        }
        let writes = [format!("delete from {table} "), format!("update {table} set")];
        let is_written = writes.iter().any(|it| erased.contains(it));
        let stays = erasure.starts_with("stays") && !erasure.contains("id and days");
        if is_written == stays {
            found.push(format!("{table}: when erased it \"{erasure}\", and touched: {is_written}"));
        }
    }
    nothing("docs/privacy.md", &found);
}
