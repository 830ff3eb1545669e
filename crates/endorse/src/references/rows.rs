//! The references' rows that more than one part of the feature reads.

use db::{Day, Error, Time, Tx};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::letters;

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
    /// When the newest letter came back, if it did.
    pub returned_at: Option<Time>,
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

    /// Where it stands, and since when. Whether its link is too old depends on the day.
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
        } else if let Some(at) = self.returned_at {
            ("bounced", at.0)
        } else {
            ("asked", self.asked_at.0)
        }
    }

    /// Whether the newest letter's link has become too old.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.is_open() && self.written_at() + WORKS_FOR <= now
    }
}

/// Everybody who was asked for an application, the first first, with how their letters fared.
pub(super) async fn of(tx: &mut Tx, application: Uuid) -> Result<Vec<Request>, Error> {
    tx.all(
        "select r.id, r.relation, r.rater_name, r.rater_email, r.rater_email_key, r.waived_at,
             r.asked_at, r.reminded_at, r.started_at, r.submitted_at, r.declined_at, r.replaced_at,
             r.void_at, r.suggestion,
             (select case when m.sent_at is null then m.failed_at end from messages m
                 where m.application_id = r.application_id and m.kind = $2
                   and m.to_email = r.rater_email
                 order by m.created_at desc, m.id desc limit 1) as returned_at
         from reference_requests r where r.application_id = $1
         order by r.asked_at, r.id",
        (application, letters::KIND),
    )
    .await
}
