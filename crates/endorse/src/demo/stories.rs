//! What happened to whom, told from today backwards in days.

use jiff::Span;
use jiff::civil::Date;
use uuid::Uuid;

use super::advised;
use super::cast::{self, Role};
use super::evidence::{
    BABIES, PRESCHOOLERS, areas, degree, for_a_mentor, half_way_to_mentor, supervision, training,
    work,
};
use super::holders;
use super::stage::{Person, Stage, back};
use super::steps::{
    Answer, Rater, answers, asks, assigns, confirms, decides, declares, judges, passes, promises,
    recommends, signs, starts, submits,
};
use crate::story::Browser;

/// Those who run the programme.
pub(super) struct Staff {
    pub coordinator: Person,
    pub reviewer: Person,
    pub second: Person,
    pub administrator: Person,
    pub advisor: Person,
}

/// Everybody's story; those who are endorsed begin.
pub(super) async fn all(stage: &mut Stage<'_>) -> anyhow::Result<Staff> {
    let mut staff = staff(stage).await?;
    holders::all(stage, &mut staff).await?;
    exam(stage, &mut staff).await?;
    more_information(stage, &mut staff).await?;
    in_review(stage, &mut staff).await?;
    submitted(stage, &mut staff).await?;
    if stage.offers("ecfs") {
        early_childhood(stage, &mut staff).await?;
    }
    ready(stage, &mut staff).await?;
    let anas = applicant(stage, &mut staff).await?;
    let (mut ines, hers) = specialist(stage).await?;
    spanish(stage).await?;
    advised::all(stage, &mut staff, (&mut ines, hers), anas).await?;
    stage.arrives(cast::NEWCOMER, stage.ago(1)).await?;
    Ok(staff)
}

async fn staff(stage: &Stage<'_>) -> anyhow::Result<Staff> {
    let long_ago = stage.ago(1500);
    let coordinator = stage.arrives(cast::COORDINATOR, long_ago).await?;
    let reviewer = stage.arrives(cast::REVIEWER, long_ago).await?;
    let second = stage.arrives(cast::SECOND_REVIEWER, long_ago).await?;
    let administrator = stage.arrives(cast::ADMINISTRATOR, long_ago).await?;
    let advisor = stage.arrives(cast::ADVISOR, long_ago).await?;
    stage.grants(cast::COORDINATOR, "coordinator").await?;
    stage.grants(cast::ADMINISTRATOR, "administrator").await?;
    stage.grants(cast::ADVISOR, "advisor").await?;
    for reviewer in [cast::REVIEWER, cast::SECOND_REVIEWER] {
        stage.grants(reviewer, "reviewer").await?;
    }
    for beside in [cast::TREASURER, cast::AUDITOR, cast::NETWORK] {
        stage.arrives(beside, long_ago).await?;
        stage.grants(beside, beside.role).await?;
    }
    Ok(Staff { coordinator, reviewer, second, administrator, advisor })
}

/// The three whom a Mentor asks; each file has its own.
pub(super) fn raters(of: &'static [(&'static str, &'static str); 3]) -> [Rater; 3] {
    let rater = |at: usize, relation| {
        let (name, email) = of.get(at).copied().unwrap_or_default();
        Rater { name, email, relation }
    };
    [rater(0, "program-supervisor"), rater(1, "rsc-provider"), rater(2, "rsc-recipient")]
}

/// Somebody with everything for Mentor - Clinical on a day, from the first entry to the last rating.
pub(super) async fn prepared(
    stage: &Stage<'_>,
    staff: &mut Staff,
    (role, raters): (Role, [Rater; 3]),
    by: Date,
) -> anyhow::Result<(Person, Uuid)> {
    let mut person = stage.arrives(role, back(by, 90)).await?;
    let application = starts(stage, &mut person, "imhm-c").await?;
    stage.is(&mut person, back(by, 60)).await?;
    for rater in raters {
        asks(stage, &mut person, (application, rater, "en")).await?;
    }
    for (at, rater) in (1_i64..).zip(raters) {
        answers(stage, (rater, Answer::Whole), back(by, 50 - 6 * at)).await?;
    }
    stage.is(&mut person, back(by, 12)).await?;
    for_a_mentor(stage, &mut person, back(by, 12)).await?;
    signs(stage, &mut person).await?;
    let charges = promises(stage, &mut person, application).await?;
    // A membership may end with the year in which it was paid.
    let paid = back(by, 8).max(by.first_of_year());
    stage.is(&mut staff.coordinator, paid).await?;
    confirms(stage, &mut staff.coordinator, &charges).await?;
    stage.is(&mut person, by).await?;
    Ok((person, application))
}

/// A file that has been judged from end to end, by as many reviewers as the association asks for.
pub(super) async fn reviewed(
    stage: &Stage<'_>,
    staff: &mut Staff,
    application: Uuid,
    (day, recommendation): (Date, (&str, &str)),
    doubt: Option<(&str, &str)>,
) -> anyhow::Result<()> {
    let needed = usize::from(stage.app.program.association.review.needed());
    let Staff { coordinator, reviewer, second, .. } = staff;
    for reviewer in [reviewer, second].into_iter().take(needed.max(1)) {
        let mine = assigns(stage, coordinator, (reviewer, application), day).await?;
        stage.is(reviewer, soon(day, 5)).await?;
        declares(stage, reviewer, mine).await?;
        judges(stage, reviewer, (mine, usize::MAX), doubt).await?;
        recommends(stage, reviewer, mine, recommendation).await?;
    }
    Ok(())
}

pub(super) fn soon(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}

pub(super) const GOOD: (&str, &str) =
    ("approve-for-exam", "A clear file. Supervision is documented carefully and counts in full.");

/// Approved for the exam; one part is passed.
async fn exam(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    const RATERS: [(&str, &str); 3] = [
        ("Olga Example", "olga.example@example.org"),
        ("Petra Example", "petra.example+edgar@example.org"),
        ("Omar Example", "omar.example@example.org"),
    ];
    let by = stage.ago(95);
    let (mut edgar, id) = prepared(stage, staff, (cast::EXAM, raters(&RATERS)), by).await?;
    submits(stage, &mut edgar, id).await?;
    reviewed(stage, staff, id, (stage.ago(88), GOOD), None).await?;
    let cora = &mut staff.coordinator;
    stage.is(cora, stage.ago(70)).await?;
    decides(stage, cora, id, "approved-for-exam").await?;
    stage.is(cora, stage.ago(20)).await?;
    passes(stage, cora, (id, "1"), stage.ago(30)).await
}

/// Sent back with a question.
async fn more_information(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    const RATERS: [(&str, &str); 3] = [
        ("Mara Example", "mara.example@example.org"),
        ("Petra Example", "petra.example+moira@example.org"),
        ("Milo Example", "milo.example@example.org"),
    ];
    const DOUBT: (&str, &str) =
        ("leadership", "Which groups, how often, and since when? Please give us an example.");
    let by = stage.ago(45);
    let raters = raters(&RATERS);
    let (mut moira, id) = prepared(stage, staff, (cast::MORE_INFORMATION, raters), by).await?;
    submits(stage, &mut moira, id).await?;
    let more = ("more-information", "All there but one thing: what the study group does.");
    reviewed(stage, staff, id, (stage.ago(40), more), Some(DOUBT)).await?;
    stage.is(&mut staff.coordinator, stage.ago(30)).await?;
    decides(stage, &mut staff.coordinator, id, "more-information").await
}

/// With both reviewers: one has judged half of it, the other has not begun.
async fn in_review(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    const RATERS: [(&str, &str); 3] = [
        ("Igor Example", "igor.example@example.org"),
        ("Petra Example", "petra.example+ivy@example.org"),
        ("Iris Example", "iris.example@example.org"),
    ];
    let by = stage.ago(21);
    let (mut ivy, id) = prepared(stage, staff, (cast::IN_REVIEW, raters(&RATERS)), by).await?;
    submits(stage, &mut ivy, id).await?;
    let Staff { coordinator, reviewer, second, .. } = staff;
    let mine = assigns(stage, coordinator, (reviewer, id), stage.ago(15)).await?;
    assigns(stage, coordinator, (second, id), stage.ago(15)).await?;
    stage.is(reviewer, stage.ago(6)).await?;
    declares(stage, reviewer, mine).await?;
    judges(stage, reviewer, (mine, 7), None).await
}

/// Handed in; nobody has been asked to judge it.
async fn submitted(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    const RATERS: [(&str, &str); 3] = [
        ("Stella Example", "stella.example@example.org"),
        ("Petra Example", "petra.example+sam@example.org"),
        ("Simon Example", "simon.example@example.org"),
    ];
    let by = stage.ago(4);
    let (mut sam, id) = prepared(stage, staff, (cast::SUBMITTED, raters(&RATERS)), by).await?;
    submits(stage, &mut sam, id).await
}

/// With children from three up to six, handed in; what no source tells is for a person to look at.
async fn early_childhood(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    let rater = |name, email, relation| Rater { name, email, relation };
    let raters = [
        rater("Elsa Example", "elsa.example@example.org", "program-supervisor"),
        rater("Emil Example", "emil.example@example.org", "colleague"),
        rater("Edda Example", "edda.example@example.org", "parent"),
    ];
    let mut ella = stage.arrives(cast::EARLY_CHILDHOOD, stage.ago(65)).await?;
    let id = starts(stage, &mut ella, "ecfs").await?;
    degree(stage, &mut ella, ("bachelor", "Bachelor of Arts"), stage.ago(2400)).await?;
    let preschool = ("Family worker in a preschool", "Sample Preschool");
    work(stage, &mut ella, preschool, (stage.ago(1300), &["prevention"], PRESCHOOLERS)).await?;
    let areas = areas(stage, "ecfs");
    let mut shown = areas.chunks(areas.len().div_ceil(3).max(1));
    for (days, title, hours) in [
        (420_i64, "Big feelings in small groups", "12"),
        (240, "Families at the preschool door", "10:30"),
        (110, "Play, language and belonging", "9"),
    ] {
        let it = (title, "Sample Institute", "series", hours, "", "");
        let some = shown.next().unwrap_or_default();
        training(stage, &mut ella, it, (stage.ago(days), ""), some).await?;
    }
    let year = (stage.ago(540), stage.ago(120));
    supervision(stage, &mut ella, year, ("26", "own-practice", "prevention")).await?;
    stage.is(&mut ella, stage.ago(40)).await?;
    for rater in raters {
        asks(stage, &mut ella, (id, rater, "en")).await?;
    }
    for (at, rater) in (0_i64..).zip(raters) {
        answers(stage, (rater, Answer::Whole), stage.ago(32 - 5 * at)).await?;
    }
    stage.is(&mut ella, stage.ago(15)).await?;
    signs(stage, &mut ella).await?;
    let charges = promises(stage, &mut ella, id).await?;
    stage.is(&mut staff.coordinator, stage.ago(11)).await?;
    confirms(stage, &mut staff.coordinator, &charges).await?;
    stage.is(&mut ella, stage.ago(3)).await?;
    submits(stage, &mut ella, id).await
}

/// Everything there, nothing handed in.
async fn ready(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    const RATERS: [(&str, &str); 3] = [
        ("Ralf Example", "ralf.example@example.org"),
        ("Petra Example", "petra.example+rita@example.org"),
        ("Runa Example", "runa.example@example.org"),
    ];
    prepared(stage, staff, (cast::READY, raters(&RATERS)), stage.ago(1)).await?;
    Ok(())
}

/// In the middle of it, with raters at every stage.
async fn applicant(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<Uuid> {
    let supervisor = Rater {
        name: "Anton Example",
        email: "anton.example@example.org",
        relation: "program-supervisor",
    };
    let provider = Rater { name: "Rhea Rater", email: cast::OPEN_RATER, relation: "rsc-provider" };
    let mut ana = stage.arrives(cast::APPLICANT, stage.ago(120)).await?;
    let id = starts(stage, &mut ana, "imhm-c").await?;
    let charges = promises(stage, &mut ana, id).await?;
    stage.is(&mut staff.coordinator, stage.ago(112)).await?;
    confirms(stage, &mut staff.coordinator, charges.get(..1).unwrap_or_default()).await?;
    stage.is(&mut ana, stage.ago(40)).await?;
    half_way_to_mentor(stage, &mut ana, stage.ago(40)).await?;
    for rater in [supervisor, provider] {
        asks(stage, &mut ana, (id, rater, "en")).await?;
    }
    answers(stage, (supervisor, Answer::Whole), stage.ago(30)).await?;
    answers(stage, (provider, Answer::Begun), stage.ago(9)).await?;
    stage.is(&mut ana, stage.ago(7)).await?;
    let path = "/agreements/code-of-ethics";
    let page = stage.reads(&mut ana, path).await?;
    let marked = super::stage::quoted_after(&page, r#"name="sha256" value=""#);
    let text = marked.first().copied().unwrap_or_default();
    let name = ana.name.clone();
    let fields = [("name", name.as_str()), ("accepted", "yes"), ("sha256", text)];
    stage.does(&mut ana, path, &fields).await?;
    Ok(id)
}

/// An Infant Family Specialist in the making; her raters have done three different things.
async fn specialist(stage: &Stage<'_>) -> anyhow::Result<(Person, Uuid)> {
    let rater = |name, email, relation| Rater { name, email, relation };
    let supervisor = rater("Iska Example", "iska.example@example.org", "program-supervisor");
    let colleague = rater("Ilja Example", "ilja.example@example.org", "colleague");
    let parent = rater("Ida Example", "ida.example@example.org", "parent");
    let mut ines = stage.arrives(cast::SPECIALIST, stage.ago(70)).await?;
    let id = starts(stage, &mut ines, "ifs").await?;
    let visiting = ("Home visitor", "Sample Birth to Three Program");
    work(stage, &mut ines, visiting, (stage.ago(900), &["prevention"], BABIES)).await?;
    let areas = areas(stage, "ifs");
    let mut shown = areas.chunks(9);
    for (days, title, hours) in [
        (400_i64, "Home visiting, first steps", "12"),
        (200, "Routines and relationships", "6"),
        (90, "Screening with families", "4:30"),
    ] {
        let it = (title, "Example Training Center", "workshop", hours, "", "");
        let some = shown.next().unwrap_or_default();
        training(stage, &mut ines, it, (stage.ago(days), ""), some).await?;
    }
    let year = (stage.ago(430), stage.ago(80));
    supervision(stage, &mut ines, year, ("16", "own-practice", "prevention")).await?;
    stage.is(&mut ines, stage.ago(35)).await?;
    for rater in [supervisor, colleague, parent] {
        asks(stage, &mut ines, (id, rater, "en")).await?;
    }
    answers(stage, (supervisor, Answer::Whole), stage.ago(28)).await?;
    answers(stage, (colleague, Answer::Declined), stage.ago(25)).await?;
    Ok((ines, id))
}

/// An Infant Family Associate in the making, in Spanish.
async fn spanish(stage: &Stage<'_>) -> anyhow::Result<()> {
    let browser = Browser::new(stage.app).in_spanish();
    let mut speaker = stage.arrives_speaking(cast::SPANISH, stage.ago(50), browser).await?;
    let id = starts(stage, &mut speaker, "ifa").await?;
    let caring = ("Educadora de primera infancia", "Centro Infantil Ejemplo");
    work(stage, &mut speaker, caring, (stage.ago(800), &["promotion"], BABIES)).await?;
    degree(stage, &mut speaker, ("cda", "Credencial CDA"), stage.ago(1500)).await?;
    let areas = areas(stage, "ifa");
    let mut shown = areas.chunks(12);
    for (days, title, hours) in [
        (300_i64, "El apego en el primer año", "7,5"),
        (150, "El juego con bebés", "9"),
        (60, "Conversar con las familias", "3:30"),
    ] {
        let it = (title, "Instituto Ejemplo", "workshop", hours, "", "");
        let some = shown.next().unwrap_or_default();
        training(stage, &mut speaker, it, (stage.ago(days), ""), some).await?;
    }
    signs(stage, &mut speaker).await?;
    let colleague =
        Rater { name: "Elena Ejemplo", email: "elena.ejemplo@example.org", relation: "colleague" };
    stage.is(&mut speaker, stage.ago(20)).await?;
    asks(stage, &mut speaker, (id, colleague, "es")).await
}
