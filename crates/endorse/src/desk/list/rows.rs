//! What waits at the desk: counted in indexes, read only as far as it is shown.
//!
//! `late` is the moment before which something has waited long; the lists have at most so many
//! lines on either side of it, the longest waiting first, and say how many there are in all. `but` is
//! the coordinator, whose own things wait for somebody else.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use rules::lifecycle::State;
use uuid::Uuid;

/// How many open files are in a state, with so many reviews given and done.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Counted {
    state: String,
    pub reviews_given: i64,
    pub reviews_done: i64,
    is_own: bool,
    pub n: i64,
    /// How many of them have waited long.
    pub late: i64,
}

impl Counted {
    /// The state, if it is one that there is.
    pub fn state(&self) -> Option<State> {
        State::parse(&self.state)
    }
}

impl Counted {
    fn is_like(&self, other: &Self) -> bool {
        (&self.state, self.reviews_given, self.reviews_done)
            == (&other.state, other.reviews_given, other.reviews_done)
    }
}

pub(super) async fn counted(
    tx: &mut Tx,
    (association, but): (&str, Uuid),
    late: Timestamp,
) -> Result<Vec<Counted>, Error> {
    // All of them are counted in the index, and the coordinator's own few are taken off.
    let counted: Vec<Counted> = tx
        .all(
            "select state, reviews_given, reviews_done, false as is_own, count(*) as n,
                 count(case when state_since < $2 then 1 end) as late
             from applications
             where association_id = $1 and closed_at is null
             group by state, reviews_given, reviews_done
             union all
             select state, reviews_given, reviews_done, true as is_own, count(*) as n,
                 count(case when state_since < $2 then 1 end) as late
             from applications
             where association_id = $1 and closed_at is null and person_id = $3
             group by state, reviews_given, reviews_done
             order by state, reviews_given, reviews_done",
            (association, late, but),
        )
        .await?;
    let (own, mut all): (Vec<_>, Vec<_>) = counted.into_iter().partition(|it| it.is_own);
    for it in &mut all {
        if let Some(mine) = own.iter().find(|mine| mine.is_like(it)) {
            it.n -= mine.n;
            it.late -= mine.late;
        }
    }
    all.retain(|it| it.n > 0);
    Ok(all)
}

/// An open file.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct File {
    pub id: Uuid,
    pub person_name: String,
    pub number: String,
    state: String,
    pub state_since: Time,
}

impl File {
    /// The state, if it is one that there is.
    pub fn state(&self) -> Option<State> {
        State::parse(&self.state)
    }
}

/// Open files, in one state or in any, the longest untouched first.
pub(super) async fn files(
    tx: &mut Tx,
    (association, but): (&str, Uuid),
    state: &str,
    (skipped, at_most): (i64, i64),
) -> Result<Vec<File>, Error> {
    tx.all(
        "select a.id, p.name as person_name, a.number, a.state, a.state_since
         from applications a join people p on p.id = a.person_id
         where a.association_id = $1 and a.closed_at is null and ($2 = '' or a.state = $2)
           and a.person_id <> $5
         order by a.state_since, a.id limit $4 offset $3",
        (association, state, skipped, at_most, but),
    )
    .await
}

/// An open file that waits.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Waits {
    pub id: Uuid,
    pub person_name: String,
    pub number: String,
    pub has_passed: bool,
    pub lacks_reviewer: bool,
    pub state_since: Time,
    /// When the last review was finished.
    pub reviewed_at: Option<Time>,
}

/// Files for which a reviewer is to be found, on one side of `late`; before it also those that are
/// reviewed or have passed the exam, which wait for nobody else. `needed` reviews make a decision.
pub(super) async fn waiting(
    tx: &mut Tx,
    (association, but): (&str, Uuid),
    needed: i64,
    (late, is_late): (Timestamp, bool),
    at_most: i64,
) -> Result<Vec<Waits>, Error> {
    tx.all(
        "select w.id, p.name as person_name, w.number, w.state = 'exam-passed' as has_passed,
             w.state = 'submitted' or (w.state = 'in-review' and w.reviews_given < $2)
                 as lacks_reviewer,
             w.state_since,
             (select max(r.completed_at) from review_assignments r
                 where r.application_id = w.id and r.withdrawn_at is null) as reviewed_at
         from (select a.id, a.person_id, a.number, a.state, a.reviews_given, a.state_since
               from applications a
               where a.association_id = $1 and a.closed_at is null and a.person_id <> $6
                 and a.state in ('submitted', 'in-review', 'exam-passed')
                 and (((a.state = 'submitted' or (a.state = 'in-review' and a.reviews_given < $2))
                         and (a.state_since < $3) = $4)
                     or ($4 and (a.state = 'exam-passed' or (a.state = 'in-review'
                         and a.reviews_given >= $2 and a.reviews_done = a.reviews_given))))
               order by a.state_since, a.id limit $5) w
         join people p on p.id = w.person_id
         order by w.state_since, w.id",
        (association, needed, late, is_late, at_most, but),
    )
    .await
}

/// A charge that somebody promised to pay.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Promised {
    pub id: Uuid,
    pub application_id: Option<Uuid>,
    pub person_name: String,
    pub number: Option<String>,
    pub kind: String,
    pub promised_at: Time,
    pub is_late: bool,
    pub in_all: i64,
}

pub(super) async fn promised(
    tx: &mut Tx,
    (association, but): (&str, Uuid),
    late: Timestamp,
    at_most: i64,
) -> Result<Vec<Promised>, Error> {
    tx.all(
        "select w.id, w.application_id, p.name as person_name, a.number, w.kind, w.promised_at,
             w.is_late, w.in_all
         from (select v.*, count(*) over (partition by v.is_late) as in_all,
                   row_number() over (partition by v.is_late order by v.promised_at, v.id) as place
               from (select c.id, c.person_id, c.application_id, c.kind, c.promised_at,
                         c.promised_at < $2 as is_late
                     from charges c
                     where c.association_id = $1 and c.promised_at is not null
                       and c.person_id <> $4
                       and c.confirmed_at is null and c.waived_at is null
                       and (c.promised_by is null or c.promised_by <> 'member')) v) w
         join people p on p.id = w.person_id left join applications a on a.id = w.application_id
         where w.place <= $3
         order by w.promised_at, w.id",
        (association, late, at_most, but),
    )
    .await
}

/// A rater who declined, or whose letter did not arrive, while the applicant is still gathering and
/// has not asked anybody else since.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Stuck {
    pub application_id: Uuid,
    pub person_name: String,
    pub number: String,
    pub rater_name: String,
    pub has_declined: bool,
    pub since: Time,
    pub is_late: bool,
    pub in_all: i64,
}

pub(super) async fn stuck(
    tx: &mut Tx,
    (association, but): (&str, Uuid),
    late: Timestamp,
    at_most: i64,
) -> Result<Vec<Stuck>, Error> {
    tx.all(
        "select w.application_id, p.name as person_name, w.number, w.rater_name, w.has_declined,
             w.since, w.is_late, w.in_all
         from (select v.*, count(*) over (partition by v.is_late) as in_all,
                   row_number() over (partition by v.is_late order by v.since, v.id) as place
               from (select s.*, s.since < $2 as is_late, a.number, a.person_id
                     from (select r.id, r.application_id, r.rater_name, true as has_declined,
                               r.declined_at as since
                           from reference_requests r
                           where r.association_id = $1 and r.declined_at is not null
                             and r.replaced_at is null and r.submitted_at is null
                           union all
                           select r.id, r.application_id, r.rater_name, false as has_declined,
                               max(m.failed_at) as since
                           from messages m join reference_requests r
                               on r.application_id = m.application_id and r.rater_email = m.to_email
                           where m.association_id = $1 and m.failed_at is not null
                             and m.sent_at is null and m.person_id is null
                             and r.association_id = $1 and r.declined_at is null
                             and r.replaced_at is null and r.submitted_at is null
                           group by r.id, r.application_id, r.rater_name) s
                     join applications a on a.id = s.application_id
                     where a.closed_at is null and a.person_id <> $4
                       and a.state in ('preparing', 'more-information')
                       and not exists (select 1 from reference_requests n
                           where n.application_id = s.application_id and n.asked_at > s.since
                             and n.declined_at is null and n.replaced_at is null)) v) w
         join people p on p.id = w.person_id
         where w.place <= $3
         order by w.since, w.id",
        (association, late, at_most, but),
    )
    .await
}
