//! The references' rows that more than one part of the feature reads.

use db::{Day, Error, Time, Tx};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How long a link works, counted from the newest letter.
pub(super) const WORKS_FOR: SignedDuration = SignedDuration::from_hours(24 * 60);

/// A rating that has come in, without its contents.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Submitted {
    pub id: Uuid,
    pub relation: String,
    pub submitted_at: Time,
    pub not_enough_information: i64,
    pub rater_category: Option<String>,
    pub rater_category_from: Option<Day>,
}

pub(super) async fn submitted(tx: &mut Tx, application: Uuid) -> Result<Vec<Submitted>, Error> {
    tx.all(
        "select id, relation, submitted_at, not_enough_information, rater_category,
             rater_category_from
         from reference_requests
         where application_id = $1 and submitted_at is not null and replaced_at is null
         order by submitted_at, id",
        (application,),
    )
    .await
}

/// Somebody asked for a rating, without its contents: all that an applicant may ever see of it
/// while the application is not decided.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Request {
    pub id: Uuid,
    pub relation: String,
    pub rater_name: String,
    pub rater_email: String,
    pub rater_email_key: String,
    pub waived_at: Option<Time>,
    pub asked_at: Time,
    pub reminded_at: Option<Time>,
    pub started_at: Option<Time>,
    pub submitted_at: Option<Time>,
    pub declined_at: Option<Time>,
    pub replaced_at: Option<Time>,
    pub void_at: Option<Time>,
    pub suggestion: Option<String>,
}

impl Request {
    /// Whether an answer may still come.
    pub fn is_open(&self) -> bool {
        self.submitted_at.is_none() && self.declined_at.is_none() && self.replaced_at.is_none()
    }

    /// When the newest letter was written.
    pub fn written_at(&self) -> Timestamp {
        self.reminded_at.unwrap_or(self.asked_at).0
    }

    /// Where it stands by its own row, and since when. Whether a letter came back or a link is too
    /// old is not in the row.
    pub fn state(&self) -> (&'static str, Timestamp) {
        if let Some(at) = self.void_at {
            ("void", at.0)
        } else if let Some(at) = self.submitted_at {
            ("submitted", at.0)
        } else if let Some(at) = self.declined_at {
            ("declined", at.0)
        } else if let Some(at) = self.replaced_at {
            ("replaced", at.0)
        } else if let Some(at) = self.started_at {
            ("started", at.0)
        } else {
            ("asked", self.asked_at.0)
        }
    }

    /// Whether the newest letter's link has become too old.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.is_open() && self.written_at() + WORKS_FOR <= now
    }
}

/// Everybody who was asked for an application, the first first.
pub(super) async fn of(tx: &mut Tx, application: Uuid) -> Result<Vec<Request>, Error> {
    tx.all(
        "select id, relation, rater_name, rater_email, rater_email_key, waived_at,
             asked_at, reminded_at, started_at, submitted_at, declined_at, replaced_at, void_at,
             suggestion
         from reference_requests where application_id = $1
         order by asked_at, id",
        (application,),
    )
    .await
}
