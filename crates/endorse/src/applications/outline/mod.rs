//! How an application stands, for somebody who helps its person along: which requirements are met,
//! what is missing, what comes next. No evidence, no document, no name of a rater, no money.

use db::Tx;
use rules::lifecycle::State;

use super::gathering::Gathered;
use super::{Application, home};
use crate::assessments::{self, Row, Section};
use crate::error::Error;
use crate::identity::Signed;

/// How it stands.
#[derive(Debug)]
pub struct Outline {
    /// The application.
    pub application: Application,
    /// Where it stands.
    pub state: State,
    /// The shape of each requirement's state, in order.
    pub states: Vec<&'static str>,
    /// How many are met, unmet, for a person, in words.
    pub tally: String,
    /// The same, each with its shape.
    pub marks: Vec<(&'static str, String)>,
    /// What would close each gap, in the order of the rules.
    pub steps: Vec<String>,
    /// The requirements, without what they rest on.
    pub sections: Vec<Section>,
    /// References that have come in.
    pub answered: usize,
    /// References that were asked for and have not.
    pub asked: usize,
    /// References that nobody has been asked for.
    pub to_name: usize,
}

/// How an application stands, as its person's home says it. At most five statements and one
/// assessment.
///
/// # Errors
///
/// When the database refuses or a row is damaged.
pub async fn outline(
    tx: &mut Tx,
    me: &Signed,
    application: Application,
    name: &str,
) -> Result<Outline, Error> {
    let whose = (application.person_id, name);
    let of = Gathered::of(tx, me, whose, application).await?;
    let rows =
        assessments::findings(me.program, me.program, &of.assessment, of.assessed(), me.lang);
    let rows: Vec<Row> = rows.into_iter().map(bare).collect();
    let missing = rows.iter().filter(|it| !it.is_later && it.state == "todo");
    let steps = missing.filter_map(|it| it.step.clone()).collect();
    let (states, tally, marks) = home::tally(&of, me.lang);
    let answered = of.people.iter().filter(|it| it.state == "submitted").count();
    let is_asked = |it: &str| matches!(it, "asked" | "started" | "bounced");
    let asked = of.people.iter().filter(|it| is_asked(it.state)).count();
    Ok(Outline {
        state: of.state,
        states,
        tally,
        marks,
        steps,
        sections: assessments::sections(rows, None, me.lang),
        answered,
        asked,
        to_name: of.to_name.len(),
        application: of.application,
    })
}

/// A requirement without what it rests on: no entry by name, and not how many of them do not count.
fn bare(row: Row) -> Row {
    Row {
        more: String::new(),
        listed: 0,
        counted_lines: Vec::new(),
        excluded_lines: Vec::new(),
        beside: None,
        total: String::new(),
        ..row
    }
}
