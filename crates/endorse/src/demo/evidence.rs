//! What people type into their lockers. Days are told from the day by which everything is there.

use jiff::civil::Date;
use rules::RequirementId;
use rules::policy::Ask;

use super::stage::{Person, Stage, back};

const YEAR: i64 = 365;

/// A training as a line: title, who gave it, form, hours on infant mental health, on supervision,
/// on diversity.
type Training =
    (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

/// Enough for a Mentor: 32, 16 and 3 hours.
const MENTORS: [Training; 9] = [
    ("Infant observation seminar", "Sample Institute", "series", "8", "", ""),
    ("Attachment in the first year", "Sample Institute", "workshop", "6", "", ""),
    ("Trauma and toddlers", "Example Training Center", "workshop", "6", "", ""),
    ("Parents' moods around birth", "Example Training Center", "workshop", "6", "", ""),
    ("Early relationships: a conference", "Sample Association", "conference", "6", "", ""),
    ("Giving reflective supervision, part 1", "Sample Institute", "course", "", "6", ""),
    ("Giving reflective supervision, part 2", "Sample Institute", "course", "", "6", ""),
    ("Parallel process in groups", "Sample Institute", "workshop", "", "4", ""),
    ("Culture and caregiving", "Example Training Center", "workshop", "", "", "3"),
];

/// What somebody has who is half way there.
const HALF_WAY: [Training; 8] = [
    ("Reading babies' cues", "Example Training Center", "workshop", "3", "", ""),
    ("Sleep, crying, feeding", "Example Training Center", "workshop", "2.5", "", ""),
    ("Fathers in home visits", "Sample Association", "workshop", "1.5", "", ""),
    ("Early brain development", "Sample Institute", "course", "4", "", ""),
    ("Play as a language", "Sample Institute", "workshop", "2", "", ""),
    ("Holding the frame in supervision", "Sample Institute", "course", "", "5", ""),
    ("Supervision across difference", "Sample Institute", "workshop", "", "4:30", ""),
    ("Equity in early childhood", "Sample Association", "workshop", "", "", "2"),
];

/// A form, field by field.
type Fields<'a> = Vec<(&'static str, &'a str)>;

/// Every competency area that a category asks today.
pub(super) fn areas(stage: &Stage<'_>, category: &str) -> Vec<String> {
    let policy = stage.app.program.policy_on(category, stage.today);
    let asked = policy.and_then(|it| it.requirement(RequirementId::Competencies));
    match asked.map(|it| &it.ask) {
        Some(Ask::Competencies(ask)) => ask.areas().iter().map(|it| it.id.to_string()).collect(),
        _ => Vec::new(),
    }
}

/// Everything that a Mentor - Clinical shows, there by a day.
pub(super) async fn for_a_mentor(
    stage: &Stage<'_>,
    person: &mut Person,
    by: Date,
) -> anyhow::Result<()> {
    degree(stage, person, ("master", "Master of Social Work"), back(by, 15 * YEAR)).await?;
    mentors_work(stage, person, by).await?;
    let areas = areas(stage, "imhm-c");
    let most = areas.len().div_ceil(MENTORS.len()).max(1);
    let mut shown = areas.chunks(most);
    for (at, it) in (1_i64..).zip(MENTORS) {
        let some = shown.next().unwrap_or(areas.get(..1).unwrap_or_default());
        training(stage, person, it, (back(by, 70 * at), "yes"), some).await?;
    }
    for year in 1..=3 {
        let (from, to) = (back(by, YEAR * year), back(by, YEAR * (year - 1) + 1));
        supervision(stage, person, (from, to), ("9", "own-practice", "imhs-practice")).await?;
        let about = ("9", "own-rsc-provision", "provides-rsc");
        supervision(stage, person, (from, to), about).await?;
    }
    Ok(())
}

/// Some sixty entries of somebody who is on her way to Mentor - Clinical: most count, some do not,
/// for as many reasons as there are.
pub(super) async fn half_way_to_mentor(
    stage: &Stage<'_>,
    person: &mut Person,
    by: Date,
) -> anyhow::Result<()> {
    let conferred = back(by, 8 * YEAR);
    degree(stage, person, ("master", "Master of Social Work"), conferred).await?;
    degree(stage, person, ("bachelor", "Bachelor of Arts"), back(by, 12 * YEAR)).await?;
    mentors_work(stage, person, by).await?;
    let areas = areas(stage, "imhm-c");
    let named = areas.get(..areas.len().saturating_sub(9)).unwrap_or_default();
    let most = named.len().div_ceil(HALF_WAY.len()).max(1);
    let mut shown = named.chunks(most);
    for (at, it) in (1_i64..).zip(HALF_WAY) {
        let some = shown.next().unwrap_or(named.get(..1).unwrap_or_default());
        training(stage, person, it, (back(by, 55 * at), "yes"), some).await?;
    }
    let one = named.get(..1).unwrap_or_default();
    for month in 1..=22_i64 {
        let title = format!("Case seminar, evening {month}");
        let it = ("", "Sample Institute", "series", "0:45", "", "");
        let day = back(by, 30 * month);
        training_called(stage, person, (&title, it), (day, ""), one).await?;
    }
    // A talk that names no area, and hours about supervision that nobody taught.
    let talk = ("An evening talk", "Sample Association", "other", "2", "", "");
    training(stage, person, talk, (back(by, 200), ""), &[]).await?;
    let circle = ("Reading circle on supervision", "", "reading-group", "", "4", "");
    training(stage, person, circle, (back(by, 260), "no"), one).await?;
    for quarter in 1..=12_i64 {
        let (from, to) = (back(by, 91 * quarter), back(by, 91 * (quarter - 1) + 1));
        supervision(stage, person, (from, to), ("2.5", "own-practice", "imhs-practice")).await?;
    }
    for half in 1..=4_i64 {
        let (from, to) = (back(by, 182 * half), back(by, 182 * (half - 1) + 1));
        let about = ("4", "own-rsc-provision", "provides-rsc");
        supervision(stage, person, (from, to), about).await?;
    }
    hours_that_do_not_count(stage, person, (by, conferred)).await?;
    let (from, to) = (back(by, 3 * YEAR).to_string(), back(by, 2 * YEAR).to_string());
    let board: Fields<'_> = vec![
        ("activity", "Wrote a brief for the state's early-childhood council"),
        ("track", "policy"),
        ("from", &from),
        ("to", &to),
    ];
    enters(stage, person, "leadership", &board).await?;
    course(stage, person, ("Child development", back(by, 9 * YEAR)), one).await?;
    course(stage, person, ("Families in context", back(by, 9 * YEAR)), one).await
}

/// Supervision with everything that can be amiss: peers, a provider without standing, one whose
/// standing had ended, hours before the degree.
async fn hours_that_do_not_count(
    stage: &Stage<'_>,
    person: &mut Person,
    (by, conferred): (Date, Date),
) -> anyhow::Result<()> {
    let between = |from: i64, to: i64| (back(by, from).to_string(), back(by, to).to_string());
    let (from, to) = between(300, 210);
    let peers: Fields<'_> = vec![
        ("from", &from),
        ("to", &to),
        ("hours", "6"),
        ("setting", "peer"),
        ("about", "own-practice"),
        ("during", "imhs-practice"),
    ];
    enters(stage, person, "rsc", &peers).await?;
    let (since, until) = between(9 * YEAR, 2 * YEAR);
    for (from, to, category, ended) in [
        (back(by, 500), back(by, 420), "none", false),
        (back(by, 600), back(by, 520), "imhm-c", true),
        (back(conferred, 200), back(conferred, 30), "imhm-c", false),
    ] {
        let (from, to) = (from.to_string(), to.to_string());
        let since = if ended { since.clone() } else { back(by, 14 * YEAR).to_string() };
        let mut fields: Fields<'_> = vec![
            ("from", &from),
            ("to", &to),
            ("hours", "5"),
            ("setting", "group"),
            ("about", "own-practice"),
            ("during", "imhs-practice"),
            ("provider", "Pia Example"),
            ("provider_category", category),
        ];
        if category != "none" {
            fields.push(("provider_since", &since));
        }
        if ended {
            fields.push(("provider_until", &until));
        }
        enters(stage, person, "rsc", &fields).await?;
    }
    Ok(())
}

/// A degree, with an unofficial transcript.
pub(super) async fn degree(
    stage: &Stage<'_>,
    person: &mut Person,
    (degree, title): (&str, &str),
    conferred: Date,
) -> anyhow::Result<()> {
    let conferred = conferred.to_string();
    let fields: Fields<'_> = vec![
        ("degree", degree),
        ("title", title),
        ("institution", "Sample University"),
        ("field", "Social work"),
        ("conferred", &conferred),
        ("transcript", "unofficial"),
    ];
    enters(stage, person, "education", &fields).await
}

async fn course(
    stage: &Stage<'_>,
    person: &mut Person,
    (title, completed): (&str, Date),
    areas: &[String],
) -> anyhow::Result<()> {
    let completed = completed.to_string();
    let mut fields: Fields<'_> = vec![
        ("title", title),
        ("institution", "Sample University"),
        ("completed", &completed),
        ("credits", "3"),
    ];
    fields.extend(areas.iter().map(|it| ("competencies", it.as_str())));
    enters(stage, person, "courses", &fields).await
}

/// The ages of the children in months, the youngest and the oldest: up to three.
pub(super) const BABIES: (&str, &str) = ("0", "36");
/// From three up to six.
pub(super) const PRESCHOOLERS: (&str, &str) = ("37", "71");

/// Work that goes on, of some kinds, with children of some ages.
pub(super) async fn work(
    stage: &Stage<'_>,
    person: &mut Person,
    (role, employer): (&str, &str),
    (since, kinds, (youngest, oldest)): (Date, &[&str], (&str, &str)),
) -> anyhow::Result<()> {
    let since = since.to_string();
    let mut fields: Fields<'_> = vec![
        ("role", role),
        ("employer", employer),
        ("from", &since),
        ("to", ""),
        ("paid", "yes"),
        ("families", "35"),
        ("ages_from", youngest),
        ("ages_to", oldest),
        ("focus", "social-emotional"),
        ("focus", "relationships"),
    ];
    fields.extend(kinds.iter().map(|it| ("kinds", *it)));
    enters(stage, person, "work", &fields).await
}

async fn mentors_work(stage: &Stage<'_>, person: &mut Person, by: Date) -> anyhow::Result<()> {
    let practice = ("Infant mental health therapist", "Sample Family Center");
    work(stage, person, practice, (back(by, 7 * YEAR), &["imhs-practice"], BABIES)).await?;
    let giving = ("Reflective supervisor", "Sample Family Center");
    work(stage, person, giving, (back(by, 4 * YEAR), &["provides-rsc"], BABIES)).await?;
    let since = back(by, 4 * YEAR).to_string();
    let leading: Fields<'_> = vec![
        ("activity", "Runs a monthly reflective study group"),
        ("track", "clinical"),
        ("from", &since),
        ("to", ""),
    ];
    enters(stage, person, "leadership", &leading).await
}

/// A training on a day.
pub(super) async fn training(
    stage: &Stage<'_>,
    person: &mut Person,
    it: Training,
    when: (Date, &str),
    areas: &[String],
) -> anyhow::Result<()> {
    training_called(stage, person, (it.0, it), when, areas).await
}

async fn training_called(
    stage: &Stage<'_>,
    person: &mut Person,
    (title, (_, trainer, form, imh, rsc, dei)): (&str, Training),
    (day, didactic): (Date, &str),
    areas: &[String],
) -> anyhow::Result<()> {
    let day = day.to_string();
    let mut fields: Fields<'_> = vec![
        ("title", title),
        ("trainer", trainer),
        ("from", &day),
        ("form", form),
        ("imh", imh),
        ("rsc", rsc),
        ("dei", dei),
        ("didactic", didactic),
    ];
    fields.extend(areas.iter().map(|it| ("competencies", it.as_str())));
    enters(stage, person, "trainings", &fields).await
}

/// Supervision from a Mentor - Clinical: hours, about what, during what.
pub(super) async fn supervision(
    stage: &Stage<'_>,
    person: &mut Person,
    (from, to): (Date, Date),
    (hours, about, during): (&str, &str, &str),
) -> anyhow::Result<()> {
    let (from, to) = (from.to_string(), to.to_string());
    let fields: Fields<'_> = vec![
        ("from", &from),
        ("to", &to),
        ("hours", hours),
        ("setting", "individual"),
        ("about", about),
        ("during", during),
        ("provider", "Petra Example"),
        ("provider_category", "imhm-c"),
        ("provider_since", "2012-03-01"),
    ];
    enters(stage, person, "rsc", &fields).await
}

async fn enters(
    stage: &Stage<'_>,
    person: &mut Person,
    kind: &str,
    fields: &[(&str, &str)],
) -> anyhow::Result<()> {
    stage.does(person, &format!("/locker/{kind}"), fields).await?;
    Ok(())
}
