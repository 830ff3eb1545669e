//! Requests for one's own data, and everything that there is to hand out.

use db::{Error, Record, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A request that was answered, or will be.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Asked {
    pub id: Uuid,
    pub asked_at: Time,
    pub ready_at: Option<Time>,
    pub size_bytes: Option<i64>,
    pub expires_at: Option<Time>,
}

/// A person's requests that are not over.
pub(super) async fn asked(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<Vec<Asked>, Error> {
    tx.all(
        "select id, asked_at, ready_at, size_bytes, expires_at from data_requests
         where person_id = $1 and gone_at is null and (expires_at is null or expires_at > $2)
         order by asked_at desc, id desc",
        (person, now),
    )
    .await
}

/// When a person asked last.
pub(super) async fn last_asked(tx: &mut Tx, person: Uuid) -> Result<Option<Time>, Error> {
    let found: Option<At> = tx
        .maybe(
            "select asked_at from data_requests where person_id = $1
             order by asked_at desc, id desc limit 1",
            (person,),
        )
        .await?;
    Ok(found.map(|it| it.asked_at))
}

/// Asks; `None` if it is being put together already.
pub(super) async fn ask(
    tx: &mut Tx,
    (association, person): (&str, Uuid),
    language: &str,
    now: Timestamp,
) -> Result<Option<Uuid>, Error> {
    let id = Uuid::now_v7();
    let kept = tx
        .run(
            "insert into data_requests (id, association_id, person_id, language, asked_at)
             values ($1, $2, $3, $4, $5) on conflict do nothing",
            (id, association, person, language, now),
        )
        .await?;
    Ok((kept == 1).then_some(id))
}

#[derive(sqlx::FromRow)]
struct At {
    asked_at: Time,
}

/// Whose data to put together, since when, and in which language.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct ToMake {
    pub person_id: Uuid,
    pub language: String,
    pub asked_at: Time,
}

pub(super) async fn to_make(tx: &mut Tx, request: Uuid) -> Result<Option<ToMake>, Error> {
    tx.maybe(
        "select person_id, language, asked_at from data_requests
         where id = $1 and ready_at is null and gone_at is null",
        (request,),
    )
    .await
}

/// It is there now; false if it was before, or nobody wants it any more.
pub(super) async fn ready(
    tx: &mut Tx,
    request: Uuid,
    size_bytes: i64,
    (now, until): (Timestamp, Timestamp),
) -> Result<bool, Error> {
    let made = tx
        .run(
            "update data_requests set ready_at = $2, expires_at = $3, size_bytes = $4
             where id = $1 and ready_at is null and gone_at is null",
            (request, now, until, size_bytes),
        )
        .await?;
    Ok(made == 1)
}

/// A person's other files, which are there.
pub(super) async fn earlier(tx: &mut Tx, person: Uuid, request: Uuid) -> Result<Vec<Uuid>, Error> {
    let found: Vec<Id> = tx
        .all(
            "select id from data_requests
             where person_id = $1 and id <> $2 and ready_at is not null and gone_at is null",
            (person, request),
        )
        .await?;
    Ok(found.into_iter().map(|it| it.id).collect())
}

/// Whether there is a request whose file is, or will be, there.
pub(super) async fn is_wanted(tx: &mut Tx, request: Uuid) -> Result<bool, Error> {
    let sql = "select id from data_requests where id = $1 and gone_at is null";
    let found: Option<Id> = tx.maybe(sql, (request,)).await?;
    Ok(found.is_some())
}

pub(super) async fn gone(tx: &mut Tx, request: Uuid, now: Timestamp) -> Result<(), Error> {
    let sql = "update data_requests set gone_at = $2 where id = $1 and gone_at is null";
    tx.run(sql, (request, now)).await?;
    Ok(())
}

/// A document to put in.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct File {
    pub id: Uuid,
    pub name: String,
    pub sha256: String,
}

/// A person's documents, those put away included as long as they are kept.
pub(super) async fn files(tx: &mut Tx, person: Uuid) -> Result<Vec<File>, Error> {
    let sql = "select id, name, sha256 from documents where person_id = $1 order by created_at, id";
    tx.all(sql, (person,)).await
}

#[derive(sqlx::FromRow)]
struct Id {
    id: Uuid,
}

/// The application that a person began last, in an association.
pub(super) async fn newest_application(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Option<Uuid>, Error> {
    let found: Option<Id> = tx
        .maybe(
            "select id from applications where association_id = $1 and person_id = $2
             order by started_at desc, id desc limit 1",
            (association, person),
        )
        .await?;
    Ok(found.map(|it| it.id))
}

/// The records of a part.
pub(super) async fn of(tx: &mut Tx, part: &Part, person: Uuid) -> Result<Vec<Record>, Error> {
    tx.all(part.sql, (person,)).await
}

/// A part of what is handed out: its name, which of its columns hold JSON, and how it is found.
pub(super) struct Part {
    pub name: &'static str,
    sql: &'static str,
}

const fn part(name: &'static str, sql: &'static str) -> Part {
    Part { name, sql }
}

/// Everything about a person, of every association. No secret is among it, not even as a hash; no
/// word of a rating that the person gave up reading; nothing that reviewers and the desk wrote for
/// one another.
pub(super) const PARTS: &[Part] = &[
    part(
        "account",
        "select id, name, email, language, email_confirmed_at, created_at, password_changed_at
         from people where id = $1",
    ),
    part(
        "roles",
        "select association_id, role, from_at, until_at, end_reason from roles
         where person_id = $1 order by from_at, id",
    ),
    part(
        "role-invitations",
        "select i.association_id, i.role, i.email, i.invited_at, i.expires_at, i.accepted_at,
             i.declined_at, i.withdrawn_at
         from role_invitations i join people p on p.id = $1
         where i.accepted_by = p.id
             or (i.email_key = p.email_key and p.email_confirmed_at is not null) order by i.invited_at, i.id",
    ),
    part(
        "sessions",
        "select created_at, begun_by, used_at, expires_at, ended_at, user_agent, address from sessions
         where person_id = $1 order by created_at, id",
    ),
    part(
        "helped",
        "select h.association_id, a.number, h.agreed, h.reason, h.started_at, h.until_at, h.ended_at
         from helpings h join applications a on a.id = h.application_id
         where h.person_id = $1 order by h.started_at, h.id",
    ),
    part(
        "files-opened-by-auditors",
        "select a.number, o.opened_at
         from file_openings o join applications a on a.id = o.application_id
         where a.person_id = $1 order by o.opened_at, o.id",
    ),
    part(
        "second-factor",
        "select begun_at, confirmed_at from second_factors where person_id = $1",
    ),
    part(
        "passkeys",
        "select host, name, added_at, used_at from passkeys where person_id = $1 order by added_at",
    ),
    part(
        "identities",
        "select issuer, subject, email, linked_at, used_at from identities where person_id = $1
         order by linked_at",
    ),
    part(
        "recovery-codes",
        "select made_at, used_at from recovery_codes where person_id = $1 order by made_at",
    ),
    part(
        "mailed-links",
        // What was asked for at an address that is not shown to be theirs, others may have asked for.
        "select l.purpose, l.created_at, l.expires_at, l.used_at
         from mailed_links l join people p on p.id = l.person_id
         where l.person_id = $1 and p.email_confirmed_at is not null order by l.created_at",
    ),
    part(
        "address-changes",
        "select old_email, new_email, asked_at, expires_at, made_at, ended_at
         from address_changes where person_id = $1 order by asked_at, id",
    ),
    part(
        "consents",
        "select c.association_id, c.purpose, c.about_id, c.given_at, c.withdrawn_at, c.address,
             c.user_agent, c.text_sha256, t.language, t.body as text
         from consents c join consent_texts t on t.sha256 = c.text_sha256
         where c.person_id = $1 order by c.given_at, c.id",
    ),
    part(
        "entries",
        "select id, kind, body, version, created_at, changed_at, removed_at from entries
         where person_id = $1 order by created_at, id",
    ),
    part(
        "earlier-wordings",
        "select v.entry_id, v.version, v.body, v.changed_at
         from entry_versions v join entries e on e.id = v.entry_id
         where e.person_id = $1 order by v.changed_at, v.entry_id, v.version",
    ),
    part(
        "drafts",
        "select place, body, saved_at from drafts where person_id = $1 order by saved_at, place",
    ),
    part(
        "kept-answers",
        "select association_id, answers, kept_at from kept_answers where person_id = $1
         order by kept_at",
    ),
    part(
        "documents",
        "select id, entry_id, kind, name, media_type, sha256, size_bytes, created_at, removed_at
         from documents where person_id = $1 order by created_at, id",
    ),
    part(
        "applications",
        "select id, association_id, number, category, policy_version, state, state_since,
             started_at, closed_at, pin, pin_instead_of
         from applications where person_id = $1 order by started_at, id",
    ),
    part(
        "application-steps",
        "select s.application_id, s.at, s.from_state, s.to_state
         from application_steps s join applications a on a.id = s.application_id
         where a.person_id = $1 order by s.at, s.id",
    ),
    part(
        "submissions",
        "select s.id, s.application_id, s.round, s.submitted_at, s.submitted_on, s.policy_version,
             s.locker, s.locker_sha256, s.assessment, s.assessment_sha256
         from submissions s join applications a on a.id = s.application_id
         where a.person_id = $1 order by s.submitted_at, s.id",
    ),
    part(
        "references",
        "select r.id, r.association_id, r.application_id, r.relation, r.rater_name, r.rater_email,
             r.language, r.asked_at, r.waived_at, r.kept_right_at, r.waiver_name, r.reminded_at,
             r.submitted_at, r.declined_at, r.void_at, r.replaced_at,
             case when r.submitted_at is null then 'nothing-yet'
                  when r.waived_at is not null or r.kept_right_at is null then 'withheld'
                  when a.state in ('endorsed', 'deferred') then 'included'
                  else 'after-the-decision' end as contents,
             case when r.submitted_at is not null and r.waived_at is null
                  and r.kept_right_at is not null and a.state in ('endorsed', 'deferred')
                  then r.answers end as answers,
             case when r.submitted_at is not null and r.waived_at is null
                  and r.kept_right_at is not null and a.state in ('endorsed', 'deferred')
                  then r.comment end as comment,
             case when r.submitted_at is not null and r.waived_at is null
                  and r.kept_right_at is not null and a.state in ('endorsed', 'deferred')
                  then r.recommendation end as recommendation
         from reference_requests r join applications a on a.id = r.application_id
         where r.person_id = $1 order by r.asked_at, r.id",
    ),
    part(
        "decisions",
        "select d.association_id, d.application_id, d.outcome, d.letter, d.policy_version,
             d.locker_sha256, d.assessment_sha256, d.decided_at, d.later_on, d.later_assessment
         from decisions d join applications a on a.id = d.application_id
         where a.person_id = $1 order by d.decided_at, d.id",
    ),
    part(
        "exam-results",
        "select association_id, application_id, series, part, percent, passed, taken_on, recorded_at
         from exam_results where person_id = $1 order by taken_on, id",
    ),
    part(
        "signatures",
        "select s.id, s.association_id, s.agreement, s.version, s.language, s.sha256, s.typed_name,
             s.meaning, s.signed_at, s.signed_on, s.address, s.user_agent, t.body as text
         from signatures s join agreement_texts t on t.sha256 = s.sha256
         where s.person_id = $1 order by s.signed_at, s.id",
    ),
    part(
        "payments",
        "select id, association_id, application_id, kind, amount_minor, currency, due_at,
             promised_at, promised_by, promise_note, confirmed_at, confirmed_minor, waived_at,
             reopened_at, reopen_reason
         from charges where person_id = $1 order by due_at, id",
    ),
    part(
        "memberships",
        "select association_id, of_association, from_on, until_on, confirmed_at, withdrawn_at
         from memberships where person_id = $1 order by from_on, id",
    ),
    part(
        "membership-claims",
        "select association_id, of_association, from_on, until_on, document_id, note, claimed_at,
             withdrawn_at, confirmed_at, declined_at, reason
         from membership_claims where person_id = $1 order by claimed_at, id",
    ),
    part(
        "endorsements",
        "select id, association_id, application_id, category, policy_version, number, public_id,
             subject_urn, name, awarded_on, valid_from, valid_until, listed_at
         from endorsements where person_id = $1 order by awarded_on, id",
    ),
    part(
        "endorsement-history",
        "select i.endorsement_id, i.status, i.from_on, i.until_on, i.recorded_at
         from endorsement_intervals i join endorsements e on e.id = i.endorsement_id
         where e.person_id = $1 order by i.from_on, i.id",
    ),
    part(
        "former-names",
        "select f.endorsement_id, f.name, f.reason, f.changed_at
         from former_names f join endorsements e on e.id = f.endorsement_id
         where e.person_id = $1 order by f.changed_at, f.id",
    ),
    part(
        "badges",
        "select c.endorsement_id, c.language, c.body, c.issued_at, c.superseded_at
         from credentials c join endorsements e on e.id = c.endorsement_id
         where e.person_id = $1 order by c.issued_at, c.id",
    ),
    part(
        "renewals",
        "select id, association_id, endorsement_id, cycle, opened_at, submitted_at, locker,
             assessment, confirmed_at, returned_at, return_note
         from renewals where person_id = $1 order by opened_at, id",
    ),
    part(
        "messages",
        // Whether a letter to confirm an address left depends on who else registered it.
        "select association_id, to_name, to_email, language, kind, subject, body, link, created_at,
             read_at, case when kind = 'confirm-address' then null else sent_at end as sent_at
         from messages where person_id = $1 order by created_at, id",
    ),
    part(
        "reviews",
        "select association_id, application_id, assigned_at, declared_at, conflict_at,
             completed_at, withdrawn_at, recommendation
         from review_assignments where reviewer_id = $1 order by assigned_at, id",
    ),
    part(
        "advising",
        "select v.association_id, a.number, p.name as advisor, v.offered_at, v.agreed_at,
             v.ended_at, v.ended_by
         from advisings v join applications a on a.id = v.application_id
             join people p on p.id = v.advisor_id
         where v.person_id = $1 order by v.offered_at, v.id",
    ),
    part(
        "talks-about-you",
        "select c.association_id, c.on_day, c.minutes, c.note, c.noted_at
         from advising_contacts c join advisings v on v.id = c.advising_id
         where v.person_id = $1 order by c.on_day, c.id",
    ),
    part(
        "people-advised",
        "select association_id, application_id, agreed_at, ended_at, ended_by from advisings
         where advisor_id = $1 and agreed_at is not null order by agreed_at, id",
    ),
    part(
        "talks-noted",
        "select association_id, on_day, minutes, note, noted_at from advising_contacts
         where advisor_id = $1 order by on_day, id",
    ),
    part(
        "trail",
        "with mine (id) as (
             select id from applications where person_id = $1
         ), things (id) as (
             select id from endorsements where person_id = $1
             union all select id from renewals where person_id = $1
             union all select id from charges where person_id = $1
             union all select id from membership_claims where person_id = $1
             union all select id from people where id = $1
         ), about (id) as (
             select e.id from audit_events e where e.actor_id = $1
             union
             select e.id from audit_events e where e.on_behalf_of = $1
             union
             select e.id from audit_events e join mine m on m.id = e.application_id
             where e.object_kind in
                     ('application', 'charge', 'endorsement', 'decision', 'exam-result', 'advising')
                or e.verb in ('rating-submitted', 'rating-declined', 'rater-reminded')
             union
             select e.id from audit_events e join things t on t.id = e.object_id
         )
         select e.association_id, e.number, e.at, e.actor_kind,
             case when e.actor_id = $1 then true else false end as by_me,
             e.verb, e.object_kind, e.object_id, e.application_id
         from audit_events e join about a on a.id = e.id
         order by e.at, e.id",
    ),
    part(
        "requests-for-data",
        "select association_id, language, asked_at, ready_at, size_bytes, expires_at, gone_at
         from data_requests where person_id = $1 order by asked_at, id",
    ),
    part(
        "requests-for-erasure",
        "select association_id, asked_at, due_at, withdrawn_at from erasures
         where person_id = $1 order by asked_at, id",
    ),
];
