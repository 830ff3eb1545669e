//! The steps of an application, each by whom it belongs to.

use anyhow::Context as _;
use jiff::civil::Date;
use uuid::Uuid;

use super::stage::{Person, Stage, between, quoted_after};

/// Chooses a category and starts.
pub(super) async fn starts(
    stage: &Stage<'_>,
    person: &mut Person,
    category: &str,
) -> anyhow::Result<Uuid> {
    stage.does(person, "/applications", &[("category", category)]).await?.new_id()
}

/// Reads and signs both agreements.
pub(super) async fn signs(stage: &Stage<'_>, person: &mut Person) -> anyhow::Result<()> {
    let name = person.name.clone();
    for agreement in ["code-of-ethics", "endorsement-agreement"] {
        let path = format!("/agreements/{agreement}");
        let page = stage.reads(person, &path).await?;
        let marked = quoted_after(&page, r#"name="sha256" value=""#);
        let text = (*marked.first().context("the agreement names no text")?).to_owned();
        let fields = [("name", name.as_str()), ("accepted", "yes"), ("sha256", &text)];
        stage.does(person, &path, &fields).await?;
    }
    Ok(())
}

/// Says for every fee that a check is coming; gives the charges.
pub(super) async fn promises(
    stage: &Stage<'_>,
    person: &mut Person,
    application: Uuid,
) -> anyhow::Result<Vec<Uuid>> {
    let page = stage.reads(person, &format!("/applications/{application}/payments")).await?;
    let mut charges = Vec::new();
    for href in quoted_after(&page, "href=\"").into_iter().filter(|it| it.ends_with("/promise")) {
        let path = href.strip_prefix("/es").unwrap_or(href);
        let charge = path.split('/').filter_map(|it| it.parse::<Uuid>().ok()).next_back();
        charges.push(charge.context("a fee without a name")?);
        stage.does(person, path, &[("way", "check"), ("note", "Sample check")]).await?;
    }
    Ok(charges)
}

/// The coordinator has the money. The amount is made up: the association has published none.
pub(super) async fn confirms(
    stage: &Stage<'_>,
    coordinator: &mut Person,
    charges: &[Uuid],
) -> anyhow::Result<()> {
    for charge in charges {
        let path = format!("/desk/charges/{charge}/confirmation");
        let fields = [("amount", "50"), ("note", "Sample amount of the demonstration")];
        stage.does(coordinator, &path, &fields).await?;
    }
    Ok(())
}

/// Somebody to ask for a rating.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rater {
    pub name: &'static str,
    pub email: &'static str,
    pub relation: &'static str,
}

/// Asks somebody for a rating, in the language of the asker.
pub(super) async fn asks(
    stage: &Stage<'_>,
    person: &mut Person,
    (application, rater, language): (Uuid, Rater, &str),
) -> anyhow::Result<()> {
    let (name, email) = (stage.rater(rater.name, rater.email), stage.address(rater.email));
    let own = person.name.clone();
    let fields = [
        ("relation", rater.relation),
        ("name", name.as_str()),
        ("email", email.as_str()),
        ("language", language),
        ("waiver", "waive"),
        ("waiver_name", own.as_str()),
    ];
    stage.does(person, &format!("/applications/{application}/references"), &fields).await?;
    Ok(())
}

/// What a rater does with the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Fills in the whole form and sends it.
    Whole,
    /// Answers some items and leaves.
    Begun,
    /// Does not want to.
    Declined,
}

/// A rater opens the newest letter and does something with it on a day.
pub(super) async fn answers(
    stage: &Stage<'_>,
    (rater, answer): (Rater, Answer),
    day: Date,
) -> anyhow::Result<()> {
    let link = stage.letter(rater.email, "/ratings/").await?;
    stage.turn_to(day)?;
    let name = stage.rater(rater.name, rater.email);
    if answer == Answer::Declined {
        let fields = [
            ("refusal_reason", "I have not seen enough of this work in the last year."),
            ("refusal_suggestion", "The team's new supervisor"),
            ("refusal_name", name.as_str()),
        ];
        return stage.says(&format!("{link}/refusal"), &fields).await;
    }
    let form = stage.app.program.rating.for_relation(rater.relation);
    let scale: Vec<&str> = form.scale.iter().rev().map(|it| it.id.as_str()).collect();
    let most = if answer == Answer::Begun { 9 } else { usize::MAX };
    let mut fields = Vec::new();
    for (at, item) in form.items().enumerate().take(most) {
        // Mostly the best two of the scale, and now and then something not seen.
        let seen = scale.get(usize::from(at % 3 == 1)).copied().unwrap_or_default();
        let unseen = at == 4;
        let choice = if unseen { form.not_enough_information.id.as_str() } else { seen };
        fields.push((item.id.as_str(), choice));
    }
    if answer == Answer::Begun {
        fields.push(("save_later", "yes"));
        return stage.says(&format!("{link}/draft"), &fields).await;
    }
    let recommendation = form.recommendation.choices.first();
    fields.extend([
        ("known_months", "30"),
        ("known_as", "We have met every other week for more than two years."),
        ("overall_recommendation", recommendation.map_or("", |it| it.id.as_str())),
        ("overall_comment", "Steady, curious, and kind. Families come back to her."),
        ("typed_name", name.as_str()),
        ("i_attest", "yes"),
    ]);
    stage.says(&link, &fields).await
}

/// Hands the application in.
pub(super) async fn submits(
    stage: &Stage<'_>,
    person: &mut Person,
    application: Uuid,
) -> anyhow::Result<()> {
    stage.does(person, &format!("/applications/{application}/submission"), &[]).await?;
    Ok(())
}

/// The coordinator gives a file to a reviewer; gives the reviewer's assignment.
pub(super) async fn assigns(
    stage: &Stage<'_>,
    coordinator: &mut Person,
    (reviewer, application): (&mut Person, Uuid),
    day: Date,
) -> anyhow::Result<Uuid> {
    stage.is(reviewer, day).await?;
    let before = assignments(stage, reviewer).await?;
    stage.is(coordinator, day).await?;
    let desk = format!("/desk/applications/{application}");
    let page = stage.reads(coordinator, &desk).await?;
    let id = choice(&page, &reviewer.name).context("the desk does not offer the reviewer")?;
    stage.does(coordinator, &format!("{desk}/assignments"), &[("reviewer", &id)]).await?;
    let after = assignments(stage, reviewer).await?;
    after.into_iter().find(|it| !before.contains(it)).context("the reviewer was given nothing")
}

/// The value of somebody's name in a list to choose from.
pub(super) fn choice(page: &str, name: &str) -> Option<String> {
    let options = page.split("<option value=\"").skip(1);
    let mut options = options.filter_map(|it| it.split_once('"'));
    options.find(|(_, rest)| rest.starts_with(&format!(">{name}"))).map(|it| it.0.to_owned())
}

async fn assignments(stage: &Stage<'_>, reviewer: &mut Person) -> anyhow::Result<Vec<Uuid>> {
    let page = stage.reads(reviewer, "/reviews").await?;
    let hrefs = quoted_after(&page, "href=\"/reviews/").into_iter();
    Ok(hrefs.filter_map(|it| it.split(['?', '/']).next()?.parse().ok()).collect())
}

/// The reviewer has no conflict, and opens the file.
pub(super) async fn declares(
    stage: &Stage<'_>,
    reviewer: &mut Person,
    assignment: Uuid,
) -> anyhow::Result<()> {
    let name = reviewer.name.clone();
    let fields = [("conflict", "no"), ("typed_name", name.as_str())];
    stage.does(reviewer, &format!("/reviews/{assignment}/declaration"), &fields).await?;
    Ok(())
}

/// The reviewer judges requirement after requirement, at most so many; `doubt` names one to ask
/// about, with the words.
pub(super) async fn judges(
    stage: &Stage<'_>,
    reviewer: &mut Person,
    (assignment, at_most): (Uuid, usize),
    doubt: Option<(&str, &str)>,
) -> anyhow::Result<()> {
    let base = format!("/reviews/{assignment}");
    let page = stage.reads(reviewer, &base).await?;
    let first = quoted_after(&page, r#"name="requirement" value=""#);
    let mut next = first.first().map(|it| (*it).to_owned());
    for _ in 0..at_most {
        let Some(requirement) = next else { return Ok(()) };
        let (verdict, question) = match doubt {
            Some((id, words)) if id == requirement => ("question", words),
            _ => ("agree", ""),
        };
        let fields = [
            ("requirement", requirement.as_str()),
            ("verdict", verdict),
            ("question", question),
            ("comment", ""),
        ];
        let went = stage.does(reviewer, &format!("{base}/findings"), &fields).await?.location();
        let went = went.unwrap_or_default();
        next = went.split_once("?requirement=").map(|it| it.1.to_owned());
    }
    Ok(())
}

/// The reviewer recommends.
pub(super) async fn recommends(
    stage: &Stage<'_>,
    reviewer: &mut Person,
    assignment: Uuid,
    (what, summary): (&str, &str),
) -> anyhow::Result<()> {
    let fields = [("recommendation", what), ("summary", summary)];
    stage.does(reviewer, &format!("/reviews/{assignment}/summary"), &fields).await?;
    Ok(())
}

/// The coordinator decides, with the letter that the desk proposes.
pub(super) async fn decides(
    stage: &Stage<'_>,
    coordinator: &mut Person,
    application: Uuid,
    outcome: &str,
) -> anyhow::Result<()> {
    let path = format!("/desk/applications/{application}/decisions");
    let page = stage.reads(coordinator, &format!("{path}?outcome={outcome}")).await?;
    let value = |name: &str| {
        let marked = quoted_after(&page, &format!(r#"name="{name}" value=""#));
        marked.first().map(|it| (*it).to_owned()).context("the desk shows no decision")
    };
    let (submission, state) = (value("submission")?, value("state")?);
    let (_, letter) = page.split_once(r#"name="letter""#).context("there is no letter")?;
    let letter = between(letter, ">", "</textarea>").context("the letter has no end")?;
    // Where nobody has said what is missing, the coordinator does.
    let letter = letter.replace("– …", "– Please talk with us about the training that is missing.");
    let mut fields = vec![
        ("outcome", outcome),
        ("submission", submission.as_str()),
        ("state", state.as_str()),
        ("letter", letter.trim()),
    ];
    if page.contains(r#"name="override_reason""#) {
        fields.push(("override_reason", "The board has looked at what is missing, and agrees."));
    }
    stage.does(coordinator, &path, &fields).await?;
    Ok(())
}

/// The coordinator writes down a passed part of the exam.
pub(super) async fn passes(
    stage: &Stage<'_>,
    coordinator: &mut Person,
    (application, part): (Uuid, &str),
    day: Date,
) -> anyhow::Result<()> {
    let day = day.to_string();
    let percent = if part == "1" { "84" } else { "" };
    let fields =
        [("part", part), ("percent", percent), ("passed", "yes"), ("taken_on", day.as_str())];
    let path = format!("/desk/applications/{application}/exam-results");
    stage.does(coordinator, &path, &fields).await?;
    Ok(())
}
