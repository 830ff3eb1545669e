//! SQL: where it may stand, and in which words.

use crate::nothing;
use crate::reading::{files, rust};

/// Words that one of the two engines does not know, or understands differently.
const NOT_SHARED: &[&str] = &[
    "::",
    " ilike ",
    "now()",
    "skip locked",
    " serial",
    "group_concat",
    "datetime(",
    "json_",
    " like ",
    "insert or ",
    "any($",
    "current_timestamp",
    "interval '",
    "?",
];

/// What only the crate `db` may name.
const OF_THE_ENGINES: &[&str] = &[
    "sqlx::query",
    "sqlx::raw_sql",
    "sqlx::Sqlite",
    "sqlx::Postgres",
    "sqlx::Any",
    "sqlx::Pool",
    "sqlx::sqlite",
    "sqlx::postgres",
    "SqlitePool",
    "PgPool",
    "SqliteConnection",
    "PgConnection",
];

/// How many statements may exist in two forms.
const TWO_FORMS_AT_MOST: usize = 5;

#[test]
fn statements_are_in_rows_and_in_the_language_of_both_engines() {
    let (mut found, mut forms) = (Vec::new(), 0);
    for file in files("crates/endorse/src", ".rs") {
        for literal in rust(&file.text).literals {
            let place = format!("{}:{}", file.path, literal.line);
            if !is_statement(&literal.text) {
                continue;
            }
            if file.name() != "rows.rs" {
                found.push(format!("{place}: a statement outside rows.rs"));
            }
            if literal.before.ends_with("either(") || literal.before.ends_with("either(\"\",") {
                forms += 1;
                continue;
            }
            for word in wrong_in_statement(&literal.text) {
                found.push(format!("{place}: `{word}` is not understood alike by both"));
            }
        }
        let code = rust(&file.text).code;
        for name in OF_THE_ENGINES.iter().filter(|name| code.contains(*name)) {
            found.push(format!("{}: `{name}` belongs to the crate db", file.path));
        }
    }
    nothing("SQL", &found);
    assert!(forms <= 2 * TWO_FORMS_AT_MOST, "{} statements in two forms", forms / 2);
}

/// What a statement says that one engine does not know, or understands differently.
pub fn wrong_in_statement(text: &str) -> Vec<&'static str> {
    let lower = text.to_lowercase();
    let mut wrong: Vec<_> = NOT_SHARED.iter().copied().filter(|it| lower.contains(it)).collect();
    // A sum of whole numbers is no whole number on PostgreSQL, unless it is made one.
    if lower.contains("sum(") && !lower.contains(" as bigint)") {
        wrong.push("sum(");
    }
    wrong
}

/// Whether a text is SQL by its beginning.
fn is_statement(text: &str) -> bool {
    let text = text.trim_start().trim_start_matches('\\').trim_start().to_lowercase();
    let begins = ["select ", "select\n", "insert into ", "delete from ", "with recursive "];
    begins.iter().any(|it| text.starts_with(it))
        || (text.starts_with("update ") && text.contains(" set "))
        || (text.starts_with("with ") && text.contains(" as (") && text.contains("select"))
}
