//! These tests can fail: each is shown something that it must refuse.

use std::collections::BTreeSet;

use crate::pages::wrong_in;
use crate::reading::{imports, rust, said, words};
use crate::statements::wrong_in_statement;

#[test]
fn an_import_is_seen_in_a_group_and_not_in_a_comment() {
    let code = rust(
        "use crate::{page, desk::{self, Row}};\n// crate::inbox\nlet a = crate::people::one();",
    );

    assert_eq!(imports(&code.code), BTreeSet::from(["page", "desk", "people"]));
}

#[test]
fn texts_in_quotes_are_told_from_code() {
    let read = rust(
        r##"let a = "say \"yes\""; let b = r#"raw "text""#; let c = '"'; fn d<'a>(_: &'a str) {}"##,
    );

    let texts: Vec<&str> = read.literals.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, [r#"say \"yes\""#, r#"raw "text""#]);
    assert!(read.code.contains("fn d<'a>(_: &'a str)"));
}

#[test]
fn a_statement_for_one_engine_is_refused() {
    assert_eq!(wrong_in_statement("select a from b where c = $1"), Vec::<&str>::new());
    assert_eq!(wrong_in_statement("select a::text from b"), ["::"]);
    assert_eq!(wrong_in_statement("select sum(a) from b"), ["sum("]);
    assert!(wrong_in_statement("select cast(sum(a) as bigint) from b").is_empty());
    assert_eq!(wrong_in_statement("update a set b = now()"), ["now()"]);
    assert_eq!(wrong_in_statement("select a from b where c like $1"), [" like "]);
}

#[test]
fn a_page_with_a_sentence_or_a_script_is_refused() {
    assert!(wrong_in("<h1>{{ lang.say(\"title\") }}</h1> · 7 <br>&nbsp;").is_empty());
    assert!(wrong_in("<script src=\"/a.js\" defer></script>").is_empty());
    assert!(
        wrong_in("{% macro a(b) %} aria-describedby=\"{{ b }}-hint\"{% endmacro %}").is_empty()
    );
    assert_eq!(wrong_in("{% macro a() %} aria-label=\"Close\"{% endmacro %}").len(), 1);
    assert_eq!(wrong_in("<h1>Welcome</h1>").len(), 1);
    assert_eq!(wrong_in("<img alt=\"A child\">").len(), 1);
    assert_eq!(wrong_in("<p style=\"x\">{{ a }}</p>").len(), 1);
    assert_eq!(wrong_in("<button onclick=\"x()\">{{ a }}</button>").len(), 1);
    assert_eq!(wrong_in("<script>x()</script>").len(), 1);
}

#[test]
fn words_are_read_with_their_variables() {
    let text =
        "# note = none\na = One\nb = { $n ->\n    [one] One of { $all }\n   *[other] Some\n}\n";

    let read = words(text);

    assert_eq!(read[0], ("a".to_owned(), BTreeSet::new()));
    assert_eq!(read[1], ("b".to_owned(), BTreeSet::from(["n".to_owned(), "all".to_owned()])));
}

#[test]
fn what_is_said_is_found_across_lines() {
    let found = said("lang.say1(\n    \"greeting\", \"name\", me) lang.say(key) lang.say(\"bye\")");

    let keys: Vec<(&str, Option<&str>)> = found.iter().map(|it| (it.key, it.first)).collect();
    assert_eq!(keys, [("bye", None), ("greeting", Some("name"))]);
}
