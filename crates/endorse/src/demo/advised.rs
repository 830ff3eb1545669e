//! An advisor with one applicant who agreed, and one who has been asked.

use anyhow::Context as _;
use uuid::Uuid;

use super::cast;
use super::stage::{Person, Stage, quoted_after};
use super::steps::choice;
use super::stories::Staff;

/// The specialist in the making agreed two months ago and was spoken with; the mentor in the making
/// has just been asked.
pub(super) async fn all(
    stage: &Stage<'_>,
    staff: &mut Staff,
    (ines, agreed): (&mut Person, Uuid),
    asked: Uuid,
) -> anyhow::Result<()> {
    proposes(stage, staff, (agreed, 66)).await?;
    stage.is(ines, stage.ago(65)).await?;
    let home = stage.reads(ines, &format!("/applications/{agreed}")).await?;
    let forms = quoted_after(&home, "action=\"").into_iter();
    let agree = forms.into_iter().find(|it| it.ends_with("/agreement"));
    stage.does(ines, agree.context("nobody is proposed")?, &[]).await?;

    if let Some(marks) = stage.marks() {
        marks.is_about(&stage.address(cast::SPECIALIST.email));
    }
    let day = stage.ago(40);
    stage.is(&mut staff.advisor, day).await?;
    let list = stage.reads(&mut staff.advisor, "/advising").await?;
    let hers = quoted_after(&list, "href=\"/advising/").into_iter();
    let hers = hers.filter_map(|it| it.parse::<Uuid>().ok()).next().context("nobody agreed")?;
    let day = day.to_string();
    let talk = [("on", day.as_str()), ("minutes", "45"), ("note", "Whom to ask for a reference")];
    stage.does(&mut staff.advisor, &format!("/advising/{hers}/contacts"), &talk).await?;
    proposes(stage, staff, (asked, 3)).await
}

/// The coordinator proposes the advisor for an application, so many days ago.
async fn proposes(
    stage: &Stage<'_>,
    staff: &mut Staff,
    (application, days): (Uuid, i64),
) -> anyhow::Result<()> {
    let Staff { coordinator, advisor, .. } = staff;
    stage.is(coordinator, stage.ago(days)).await?;
    let desk = format!("/desk/applications/{application}");
    let page = stage.reads(coordinator, &desk).await?;
    let id = choice(&page, &advisor.name).context("the desk does not offer the advisor")?;
    stage.does(coordinator, &format!("{desk}/advising"), &[("advisor", &id)]).await?;
    Ok(())
}
