//! What the same reviewer found when the file was handed in before, and what has changed since.

use db::Tx;

use super::{Finding, Frozen, rows, state_of};
use crate::applications;
use crate::assessments::{self, Change};
use crate::error::Error;
use crate::identity::Reviewer;
use crate::reviews::assignments::Assignment;

/// An earlier review by the same person.
pub(super) struct Before {
    day: String,
    found: Vec<Finding>,
    /// Entries that were added, changed or removed since.
    changes: Vec<Change>,
}

/// What it said about one requirement.
pub(super) struct Said {
    pub shape: &'static str,
    pub word: String,
    pub comment: String,
    pub question: String,
}

/// The same, about the requirement in front of the reviewer.
pub(super) struct Remembered {
    pub day: String,
    pub said: Option<Said>,
    pub changes: Vec<Change>,
}

impl Before {
    /// The last review that this reviewer finished of this file, if there was one.
    pub async fn load(
        tx: &mut Tx,
        me: &Reviewer,
        (mine, now): (&Assignment, &Frozen),
    ) -> Result<Option<Self>, Error> {
        let of = (mine.application_id, mine.submission_id);
        let Some(earlier) = rows::earlier(tx, me.association(), me.id, of).await? else {
            return Ok(None);
        };
        let then = applications::submission(tx, me.association(), earlier.submission_id).await?;
        let changes =
            assessments::changes(me.program, &then.read_shared()?.0, &now.locker, me.lang);
        let day = me.lang.day(earlier.completed_at.0.to_zoned(me.zone.clone()).date());
        Ok(Some(Self { day, found: rows::of(tx, earlier.id).await?, changes }))
    }

    /// What belongs beside a requirement.
    pub fn about(self, me: &Reviewer, requirement: &str) -> Remembered {
        let found = self.found.into_iter().find(|it| it.requirement == requirement);
        let said = found.and_then(|it| {
            let verdict = it.verdict?;
            Some(Said {
                shape: state_of(&verdict),
                word: me.lang.say(&format!("reviews-verdict-{verdict}")).into_owned(),
                comment: it.comment,
                question: it.question,
            })
        });
        Remembered { day: self.day, said, changes: self.changes }
    }
}
