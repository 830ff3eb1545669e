//! A store in which every private text says by whom alone it may be read: two associations, everybody
//! in each, things at every stage. It is told through the front door as the demonstration is; only the
//! texts differ. Whoever finds one of them where it does not belong has found a leak.

mod marks;
mod more;
mod rows;

use std::collections::BTreeSet;

use anyhow::Context as _;
use serde::Serialize;

use self::marks::{Mark, Readers};
use super::cast::{self, PASSWORD};
use super::stage::Stage;
use crate::clock::Dial;
use crate::installation::Installation;

pub(super) use self::marks::Marks;

/// What was told.
#[derive(Debug, Serialize)]
pub struct Fixture {
    /// `endorse-canaries/1`
    pub format: &'static str,
    /// Everybody's.
    pub password: &'static str,
    /// The associations, with their addresses.
    pub associations: Vec<House>,
    /// Everybody with an account.
    pub accounts: Vec<Account>,
    /// Everything that has an address.
    pub objects: Vec<Object>,
    /// Every canary.
    pub canaries: Vec<Canary>,
}

/// An association.
#[derive(Debug, Serialize)]
pub struct House {
    /// Its id.
    pub id: String,
    /// Its address, without a slash at the end.
    pub url: String,
}

/// Somebody with an account.
#[derive(Debug, Serialize)]
pub struct Account {
    /// Where they sign in.
    pub email: String,
    /// What they are called.
    pub name: String,
    /// Where they belong.
    pub association: String,
    /// What they are there, in a word.
    pub role: &'static str,
    /// How far they are.
    pub stage: &'static str,
}

/// Something that has an address.
#[derive(Debug, Serialize)]
pub struct Object {
    /// What kind of thing.
    pub kind: String,
    /// Its id, as it stands in addresses.
    pub id: String,
    /// Which association's; none if it goes with the person everywhere.
    pub association: Option<String>,
    /// The address of the person whose it is.
    pub owner: Option<String>,
}

/// A text, and who may read it.
#[derive(Debug, Serialize)]
pub struct Canary {
    /// `CANARY-<association>-<table>-<column>-<id>`
    pub text: String,
    /// Where it was typed.
    pub association: String,
    /// Where it is kept.
    pub table: &'static str,
    /// In which column; of a column with several texts, which.
    pub column: &'static str,
    /// The address of the person it is about.
    pub about: String,
    /// The addresses of everybody who may read it.
    pub seen_by: BTreeSet<String>,
    /// Whether its owner takes it along to every association.
    pub goes_along: bool,
    /// Whether anybody may read it after all: the name of somebody who is endorsed.
    pub is_public: bool,
}

/// Whether nothing has been told to a store yet.
///
/// # Errors
///
/// When the database refuses.
pub async fn is_empty(house: &Installation) -> anyhow::Result<bool> {
    Ok(rows::is_empty(&mut house.first().db.read().await?).await?)
}

/// Tells everything into an empty store. The dial is turned back and forth; in the end it shows what
/// it showed.
///
/// # Errors
///
/// When the store is not empty, or somebody was refused something.
pub async fn tell(house: &Installation, dial: &Dial) -> anyhow::Result<Fixture> {
    anyhow::ensure!(is_empty(house).await?, "somebody is in this store already");
    let now = dial.now();
    let mut fixture = Fixture {
        format: "endorse-canaries/1",
        password: PASSWORD,
        associations: Vec::new(),
        accounts: Vec::new(),
        objects: Vec::new(),
        canaries: Vec::new(),
    };
    let mut all = Vec::new();
    for app in house.all() {
        dial.set(now);
        let association = app.program.id.to_string();
        let mut stage = Stage::marked(app, dial);
        more::all(&mut stage).await.with_context(|| association.clone())?;
        let marks = stage.marks().context("nothing is marked")?;
        for it in marks.accounts() {
            fixture.accounts.push(Account {
                email: it.email,
                name: it.name,
                association: association.clone(),
                role: it.role.role,
                stage: it.role.stage,
            });
        }
        all.extend(marks.all().into_iter().map(|it| (association.clone(), it)));
        fixture.associations.push(House { id: association, url: app.url.clone() });
    }
    dial.set(now);
    house.work().await?;
    let mut tx = house.first().db.read().await?;
    let given = rows::given(&mut tx).await?;
    let advised = rows::advised(&mut tx).await?;
    let endorsed = rows::endorsed(&mut tx).await?;
    for it in rows::things(&mut tx).await? {
        let (kind, id) = (it.kind, it.id.to_string());
        let (association, owner) = (it.association_id, it.owner);
        fixture.objects.push(Object { kind, id, association, owner });
    }
    for it in &endorsed {
        fixture.objects.push(Object {
            kind: "public_id".to_owned(),
            id: it.public_id.clone(),
            association: Some(it.association_id.clone()),
            owner: Some(it.owner.clone()),
        });
    }
    let readers = Everybody { accounts: &fixture.accounts, given: &given, advised: &advised };
    let canary = |(association, mark): (String, Mark)| Canary {
        seen_by: readers.of(&association, &mark),
        goes_along: ["entries", "documents", "drafts", "people"].contains(&mark.table),
        is_public: mark.readers == Readers::Applicant
            && endorsed.iter().any(|it| it.owner == mark.about),
        text: mark.text,
        association,
        table: mark.table,
        column: mark.column,
        about: mark.about,
    };
    fixture.canaries = all.into_iter().map(canary).collect();
    Ok(fixture)
}

/// Who there is to read something.
struct Everybody<'a> {
    accounts: &'a [Account],
    given: &'a [rows::Given],
    advised: &'a [rows::Advised],
}

impl Everybody<'_> {
    fn of(&self, association: &str, mark: &Mark) -> BTreeSet<String> {
        let about = || vec![mark.about.clone()];
        let writer = || vec![mark.writer.clone()];
        let desk = || self.with(association, cast::COORDINATOR.role);
        let house = || self.with(association, cast::ADMINISTRATOR.role);
        let auditor = || self.with(association, "auditor");
        let treasurer = || self.with(association, "treasurer");
        let judges = |open: bool| self.judges(&mark.about, open);
        let parts = match mark.readers {
            Readers::Own => vec![about()],
            Readers::File => vec![about(), desk(), judges(true)],
            Readers::Judges => vec![desk(), judges(true)],
            Readers::Desk => vec![desk()],
            Readers::DeskAndOwn => vec![desk(), about()],
            Readers::DeskAndWriter => vec![desk(), writer()],
            Readers::DeskWriterAndOwn => vec![desk(), writer(), about()],
            Readers::AdvisorAndOwn => vec![writer(), about()],
            Readers::House => vec![house()],
            Readers::Money => vec![about(), desk(), treasurer(), auditor()],
            Readers::Standing => vec![about(), desk(), auditor()],
            Readers::Applicant => {
                let advisors = self.advisors(&mark.about);
                vec![about(), desk(), judges(false), treasurer(), auditor(), advisors]
            }
            Readers::Reviewer => vec![about(), desk(), house(), self.advisees(&mark.about)],
        };
        parts.into_iter().flatten().collect()
    }

    fn with(&self, association: &str, role: &str) -> Vec<String> {
        let here = self.accounts.iter().filter(|it| it.association == association);
        here.filter(|it| it.role == role).map(|it| it.email.clone()).collect()
    }

    /// The advisors to whom somebody agreed.
    fn advisors(&self, about: &str) -> Vec<String> {
        let theirs = self.advised.iter().filter(|it| it.applicant == about && it.is_agreed);
        theirs.map(|it| it.advisor.clone()).collect()
    }

    /// Whoever was asked whether somebody may advise them.
    fn advisees(&self, about: &str) -> Vec<String> {
        let theirs = self.advised.iter().filter(|it| it.advisor == about);
        theirs.map(|it| it.applicant.clone()).collect()
    }

    /// The reviewers who were given somebody's file; of those, who have opened it.
    fn judges(&self, about: &str, open: bool) -> Vec<String> {
        let theirs = self.given.iter().filter(|it| it.applicant == about && (it.is_open || !open));
        theirs.map(|it| it.reviewer.clone()).collect()
    }
}
