//! Those who are endorsed: one renews, one has handed the renewal in, one has let it lapse.

use anyhow::Context as _;
use jiff::Span;
use jiff::civil::Date;
use uuid::Uuid;

use super::cast::{self, Role};
use super::evidence::{areas, supervision, training};
use super::stage::{Person, Stage, back, quoted_after};
use super::steps::{Rater, decides, passes, submits};
use super::stories::{GOOD, Staff, prepared, raters, reviewed, soon};

/// Everybody who is endorsed, the longest first.
pub(super) async fn all(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    lapsed(stage, staff).await?;
    endorsed(stage, staff).await?;
    renewing(stage, staff).await
}

/// From the first entry to the endorsement on a day.
async fn becomes_endorsed(
    stage: &Stage<'_>,
    staff: &mut Staff,
    (role, raters): (Role, [Rater; 3]),
    awarded: Date,
) -> anyhow::Result<Person> {
    let by = back(awarded, 110);
    let (mut person, id) = prepared(stage, staff, (role, raters), by).await?;
    submits(stage, &mut person, id).await?;
    reviewed(stage, staff, id, (soon(by, 6), GOOD), None).await?;
    let cora = &mut staff.coordinator;
    stage.is(cora, soon(by, 20)).await?;
    decides(stage, cora, id, "approved-for-exam").await?;
    stage.is(cora, soon(by, 80)).await?;
    for part in ["1", "2"] {
        passes(stage, cora, (id, part), soon(by, 70)).await?;
    }
    stage.is(cora, awarded).await?;
    decides(stage, cora, id, "endorsed").await?;
    Ok(person)
}

/// A day of this calendar year, so many days ago if that is in it: then an endorsement of that day
/// is valid, and its renewal open, all year round.
fn this_year(stage: &Stage<'_>, days_ago: i64) -> Date {
    stage.ago(days_ago).max(stage.today.first_of_year())
}

/// Opens the renewal of the year; gives its path.
async fn opens_renewal(stage: &Stage<'_>, person: &mut Person) -> anyhow::Result<String> {
    let page = stage.reads(person, "/endorsements").await?;
    let hrefs = quoted_after(&page, "href=\"/endorsements/").into_iter();
    let own = hrefs.filter_map(|it| it.split('/').next()?.parse::<Uuid>().ok()).next();
    let own = own.context("no endorsement to renew")?.to_string();
    let renewal = stage.does(person, "/renewals", &[("endorsement", &own)]).await?.new_id()?;
    Ok(format!("/renewals/{renewal}"))
}

/// Endorsed in this year; the renewal is open, and some of it is there.
async fn endorsed(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    const RATERS: [(&str, &str); 3] = [
        ("Paul Example", "paul.example@example.org"),
        ("Petra Example", "petra.example@example.org"),
        ("Quinn Example", "quinn.example@example.org"),
    ];
    let awarded = this_year(stage, 300);
    let who = (cast::ENDORSED, raters(&RATERS));
    let mut erin = becomes_endorsed(stage, staff, who, awarded).await?;
    let lately = this_year(stage, 2);
    stage.is(&mut erin, lately).await?;
    let areas = areas(stage, "imhm-c");
    let one = areas.get(..1).unwrap_or_default();
    let it = ("A day on regulation", "Sample Association", "workshop", "6", "", "1");
    training(stage, &mut erin, it, (lately, ""), one).await?;
    opens_renewal(stage, &mut erin).await?;
    Ok(())
}

/// Has handed the renewal of the year in, knowing that the membership is still missing.
async fn renewing(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    const RATERS: [(&str, &str); 3] = [
        ("Rolf Example", "rolf.example@example.org"),
        ("Petra Example", "petra.example+rene@example.org"),
        ("Ragna Example", "ragna.example@example.org"),
    ];
    let awarded = this_year(stage, 280);
    let who = (cast::RENEWING, raters(&RATERS));
    let mut rene = becomes_endorsed(stage, staff, who, awarded).await?;
    let lately = this_year(stage, 3);
    stage.is(&mut rene, lately).await?;
    let areas = areas(stage, "imhm-c");
    let one = areas.get(..1).unwrap_or_default();
    for it in [
        ("Early relationships: the yearly conference", "Sample Association", "other", "8", "", ""),
        ("Supervising supervisors", "Sample Institute", "workshop", "", "6", ""),
        ("Language and belonging", "Sample Institute", "workshop", "", "", "2"),
    ] {
        training(stage, &mut rene, it, (lately, "yes"), one).await?;
    }
    let first = stage.today.first_of_year();
    let hours = ("12", "own-rsc-provision", "provides-rsc");
    supervision(stage, &mut rene, (first, lately), hours).await?;
    let renewal = opens_renewal(stage, &mut rene).await?;
    stage.does(&mut rene, &format!("{renewal}/submission"), &[("aware", "yes")]).await?;
    Ok(())
}

/// Was endorsed in the spring of the year before last, and has not renewed.
async fn lapsed(stage: &Stage<'_>, staff: &mut Staff) -> anyhow::Result<()> {
    const RATERS: [(&str, &str); 3] = [
        ("Lars Example", "lars.example@example.org"),
        ("Petra Example", "petra.example+lena@example.org"),
        ("Lea Example", "lea.example@example.org"),
    ];
    let new_year = stage.today.first_of_year().saturating_sub(Span::new().years(2));
    let spring = soon(new_year, 100);
    becomes_endorsed(stage, staff, (cast::LAPSED, raters(&RATERS)), spring).await?;
    Ok(())
}
