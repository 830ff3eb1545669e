//! What the demonstration leaves out: whoever gave up or was put off, a claim that was declined, a
//! role that ended, an invitation that nobody answered, a renewal that went back.

use anyhow::Context as _;
use jiff::Span;

use crate::demo::cast::{self, Role};
use crate::demo::stage::{Person, Stage, quoted_after};
use crate::demo::steps::{decides, starts, submits};
use crate::demo::stories::{self, Staff, prepared, raters, reviewed};

const WITHDRAWN: Role = Role {
    role: "withdrawn",
    name: "Wanda Sample",
    email: "wanda.sample@example.org",
    stage: "has given the application up; a document, a draft and a declined claim are left",
};
const DEFERRED: Role = Role {
    role: "deferred",
    name: "Dora Sample",
    email: "dora.sample@example.org",
    stage: "has been put off",
};
const FORMER: Role = Role {
    role: "former-reviewer",
    name: "Fred Fable",
    email: "fred.fable@example.org",
    stage: "was a reviewer until the role was ended",
};
const IDLE: Role = Role {
    role: "idle-reviewer",
    name: "Ida Fable",
    email: "ida.fable@example.org",
    stage: "is a reviewer who was never given a file",
};

/// A role that opens no page of its own yet.
const GRADER: Role = Role {
    role: "grader",
    name: "Greta Fable",
    email: "greta.fable@example.org",
    stage: "has the role",
};

/// Everybody of the demonstration's, and those that it leaves out.
pub(super) async fn all(stage: &mut Stage<'_>) -> anyhow::Result<()> {
    let mut staff = stories::all(stage).await?;
    deferred(stage, &mut staff).await?;
    withdrawn(stage, &mut staff).await?;
    former(stage, &mut staff).await?;
    returned(stage, &mut staff.coordinator).await?;
    let day = stage.ago(30);
    stage.arrives(IDLE, day).await?;
    stage.grants(IDLE, "reviewer").await?;
    stage.arrives(GRADER, day).await?;
    stage.grants(GRADER, "grader").await?;
    Ok(())
}

async fn deferred(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    const RATERS: [(&str, &str); 3] = [
        ("Dan Example", "dan.example@example.org"),
        ("Petra Example", "petra.example+dora@example.org"),
        ("Dina Example", "dina.example@example.org"),
    ];
    let by = stage.ago(60);
    let (mut dora, id) = prepared(stage, staff, (DEFERRED, raters(&RATERS)), by).await?;
    stage.uploads(&mut dora, "Transcript").await?;
    submits(stage, &mut dora, id).await?;
    let said = ("defer", "Another year of supervision would do good.");
    reviewed(stage, staff, id, (stage.ago(50), said), None).await?;
    stage.is(&mut staff.coordinator, stage.ago(40)).await?;
    decides(stage, &mut staff.coordinator, id, "deferred").await
}

async fn withdrawn(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    let mut wanda = stage.arrives(WITHDRAWN, stage.ago(25)).await?;
    let id = starts(stage, &mut wanda, "ifa").await?;
    stage.uploads(&mut wanda, "Certificate").await?;
    let draft = [("title", "Begun and not kept")];
    let path = "/locker/trainings/draft";
    stage.does(&mut wanda, path, &draft).await?;
    let from = stage.ago(40).to_string();
    let until = stage.today.saturating_add(Span::new().days(200)).to_string();
    let whose =
        if stage.app.program.association.membership.other_associations { "other" } else { "own" };
    let claim = [
        ("whose", whose),
        ("name", "A society"),
        ("from", &from),
        ("until", &until),
        ("note", "The card is in the mail"),
    ];
    stage.does(&mut wanda, "/memberships/claims", &claim).await?;
    let cora = &mut staff.coordinator;
    stage.is(cora, stage.ago(15)).await?;
    let desk = stage.reads(cora, "/desk").await?;
    let claim = quoted_after(&desk, "href=\"/desk/membership-claims/");
    let claim = claim.first().context("the claim is not on the desk")?.to_string();
    let refusal = format!("/desk/membership-claims/{claim}/refusal");
    stage.does(cora, &refusal, &[("reason", "The card has run out")]).await?;
    stage.is(&mut wanda, stage.ago(14)).await?;
    stage.does(&mut wanda, &format!("/applications/{id}/withdrawal"), &[]).await?;
    Ok(())
}

async fn former(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    stage.arrives(FORMER, stage.ago(80)).await?;
    stage.grants(FORMER, "reviewer").await?;
    let alma = &mut staff.administrator;
    stage.is(alma, stage.ago(10)).await?;
    let page = stage.reads(alma, "/desk/roles").await?;
    let rows = page.split("<li>").find(|it| it.contains(FORMER.name) && it.contains("/end\""));
    let rows = rows.context("the role is not on the page")?;
    let end = quoted_after(rows, "href=\"").into_iter().find(|it| it.ends_with("/end"));
    let end = end.context("no way to end the role")?.to_owned();
    stage.does(alma, &end, &[("reason", "The term is over")]).await?;
    let to = stage.address("invited@example.org");
    let invited = [("role", "reviewer"), ("email", to.as_str()), ("language", "en"), ("until", "")];
    stage.does(alma, "/desk/roles/invitations", &invited).await?;
    let day = stage.today.saturating_add(Span::new().days(30)).to_string();
    let date = [
        ("kind", "review"),
        ("first_on", day.as_str()),
        ("last_on", ""),
        ("title_en", "Reviewers meet"),
        ("title_es", "Se reúnen las personas revisoras"),
        ("decided", "Board meeting"),
    ];
    stage.does(alma, "/desk/association/dates/new", &date).await?;
    Ok(())
}

/// The renewal that was handed in goes back with a question.
async fn returned(stage: &Stage<'_>, cora: &mut Person) -> anyhow::Result<()> {
    let marks = stage.marks().context("nothing is marked")?;
    marks.is_about(&stage.address(cast::RENEWING.email));
    stage.is(cora, stage.ago(1)).await?;
    let desk = stage.reads(cora, "/desk").await?;
    let renewals = quoted_after(&desk, "href=\"/desk/renewals/");
    let renewal = renewals.first().context("no renewal is on the desk")?.to_string();
    let path = format!("/desk/renewals/{renewal}/return");
    stage.does(cora, &path, &[("note", "Which of these hours were new to you?")]).await?;
    marks.is_about(&stage.address(cast::LAPSED.email));
    revoked(stage, cora).await
}

/// What had lapsed is taken away.
async fn revoked(stage: &Stage<'_>, cora: &mut Person) -> anyhow::Result<()> {
    let page = stage.reads(cora, "/desk/endorsements?q=lena").await?;
    let ids = quoted_after(&page, "href=\"/desk/endorsements/").into_iter();
    let id = ids.filter_map(|it| it.parse::<uuid::Uuid>().ok()).next();
    let id = id.context("nobody lapsed")?;
    let value = |page: &str, name: &str| {
        let found = quoted_after(page, &format!("name=\"{name}\" value=\""));
        found.first().map(|it| (*it).to_owned()).context("the desk shows no standing")
    };
    let path = format!("/desk/endorsements/{id}/name");
    let seen = value(&stage.reads(cora, &path).await?, "seen")?;
    let name = format!("{seen} Fable");
    let reason = "She has married and showed the deed.";
    let fields = [("seen", seen.as_str()), ("name", &name), ("reason", reason)];
    stage.does(cora, &path, &fields).await?;
    let path = format!("/desk/endorsements/{id}/revoke");
    let page = stage.reads(cora, &path).await?;
    let (seen, history) = (value(&page, "seen")?, value(&page, "history")?);
    let reason = "The board has looked into it twice.";
    let fields = [("seen", seen.as_str()), ("history", &history), ("reason", reason)];
    stage.does(cora, &path, &fields).await?;
    Ok(())
}
