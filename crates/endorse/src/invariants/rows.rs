//! What is asked of the rows. Each statement finds whatever is not as it must be.

use db::{Error, Tx};
use uuid::Uuid;

/// An invariant that one statement can ask.
pub(super) struct Asked {
    pub id: &'static str,
    count: &'static str,
    wrong: &'static str,
}

/// Everything that one statement can ask.
pub(super) const ASKED: &[Asked] = &[
    Asked {
        id: "relations",
        count: "select (select count(*) from documents where entry_id is not null)
                 + (select count(*) from charges where renewal_id is not null)
                 + (select count(*) from messages where application_id is not null)
                 + (select count(*) from audit_events where actor_id is not null)
                 + (select count(*) from sessions) + (select count(*) from roles)
                 + (select count(*) from applications) + (select count(*) from submissions) as n",
        wrong: "select 'documents' as place, d.id from documents d where d.entry_id is not null
                 and not exists (select 1 from entries e where e.id = d.entry_id and e.person_id = d.person_id)
             union all select 'charges', c.id from charges c where c.renewal_id is not null
                 and not exists (select 1 from renewals r where r.id = c.renewal_id and r.person_id = c.person_id)
             union all select 'messages', m.id from messages m where m.application_id is not null
                 and not exists (select 1 from applications a
                     where a.id = m.application_id and a.association_id = m.association_id)
             union all select 'audit_events', e.id from audit_events e where e.actor_id is not null
                 and not exists (select 1 from people p where p.id = e.actor_id)
             union all select 'sessions', s.id from sessions s
                 where not exists (select 1 from people p where p.id = s.person_id)
             union all select 'roles', r.id from roles r
                 where not exists (select 1 from people p where p.id = r.person_id)
             union all select 'applications', a.id from applications a
                 where not exists (select 1 from people p where p.id = a.person_id)
             union all select 'submissions', s.id from submissions s
                 where not exists (select 1 from applications a where a.id = s.application_id)",
    },
    Asked {
        id: "associations.apart",
        count: "select (select count(*) from decisions) + (select count(*) from review_assignments)
                 + (select count(*) from reference_requests) + (select count(*) from charges)
                 + (select count(*) from endorsements) + (select count(*) from renewals)
                 + (select count(*) from advisings) as n",
        wrong: "select 'decisions' as place, d.id from decisions d join applications a on a.id = d.application_id
                 where a.association_id <> d.association_id
             union all select 'review_assignments', r.id from review_assignments r
                 join applications a on a.id = r.application_id where a.association_id <> r.association_id
             union all select 'reference_requests', r.id from reference_requests r
                 join applications a on a.id = r.application_id
                 where a.association_id <> r.association_id or a.person_id <> r.person_id
             union all select 'charges', c.id from charges c join applications a on a.id = c.application_id
                 where a.association_id <> c.association_id or a.person_id <> c.person_id
             union all select 'advisings', v.id from advisings v join applications a on a.id = v.application_id
                 where a.association_id <> v.association_id or a.person_id <> v.person_id
             union all select 'endorsements', e.id from endorsements e join applications a on a.id = e.application_id
                 where a.association_id <> e.association_id or a.person_id <> e.person_id
             union all select 'renewals', r.id from renewals r join endorsements e on e.id = r.endorsement_id
                 where e.association_id <> r.association_id or e.person_id <> r.person_id",
    },
    Asked {
        id: "endorsements.decided",
        count: "select count(*) as n from endorsements where application_id is not null",
        wrong: "select 'endorsements' as place, e.id from endorsements e where e.application_id is not null
             and not exists (select 1 from decisions d
                 where d.application_id = e.application_id and d.outcome = 'endorsed')",
    },
    Asked {
        id: "decisions.submission",
        count: "select count(*) as n from decisions",
        wrong: "select 'decisions' as place, d.id from decisions d join submissions s on s.id = d.submission_id
             where s.application_id <> d.application_id or s.policy_version <> d.policy_version",
    },
    Asked {
        id: "endorsements.one",
        count: "select count(*) as n from endorsements",
        wrong: "select 'endorsements' as place, e.id from endorsements e
             join endorsement_intervals i on i.endorsement_id = e.id
             where i.status = 'active' and i.until_on is null and exists (
                 select 1 from endorsements o join endorsement_intervals j on j.endorsement_id = o.id
                 where o.association_id = e.association_id and o.person_id = e.person_id
                   and o.category = e.category and j.status = 'active' and j.until_on is null
                   and j.id <> i.id)",
    },
    Asked {
        id: "endorsements.intervals",
        count: "select count(*) as n from endorsement_intervals",
        wrong: "select 'endorsements' as place, e.id from endorsements e
             where (select count(*) from endorsement_intervals i
                 where i.endorsement_id = e.id and i.until_on is null) <> 1",
    },
    Asked {
        id: "endorsements.nameless",
        count: "select count(*) as n from endorsements",
        wrong: "select 'endorsements' as place, e.id from endorsements e where e.person_id is null
             and (e.listed_at is not null
                 or exists (select 1 from registry_words w where w.endorsement_id = e.id)
                 or exists (select 1 from credentials c where c.endorsement_id = e.id)
                 or exists (select 1 from former_names f where f.endorsement_id = e.id))",
    },
    Asked {
        id: "badges.revoked",
        count: "select count(*) as n from endorsements",
        wrong: "select 'endorsements' as place, e.id from endorsements e
             join endorsement_intervals i on i.endorsement_id = e.id and i.until_on is null
             where i.status in ('inactive', 'retired', 'revoked') and not exists (
                 select 1 from revoked_badges r where r.association_id = e.association_id
                   and r.status_index = e.status_index)",
    },
    Asked {
        id: "erasures",
        count: "select (select count(*) from erasures)
                 + (select count(*) from people where erased_at is not null) as n",
        wrong: "select 'erasures' as place, r.id from erasures r
                 where r.withdrawn_at is not null and r.done_at is not null
             union all select 'sessions', s.id from sessions s join people p on p.id = s.person_id
                 where p.erased_at is not null and s.ended_at is null",
    },
    Asked {
        id: "applications.state",
        count: "select count(*) as n from applications",
        wrong: "select 'applications' as place, a.id from applications a
             join application_steps s on s.application_id = a.id
             where s.to_state <> a.state and s.at = a.state_since and not exists (
                 select 1 from application_steps t where t.application_id = a.id
                   and (t.at > s.at or (t.at = s.at and t.id > s.id)))
             union all select 'applications', a.id from applications a
             where (a.closed_at is not null) <> (a.state in ('endorsed', 'deferred', 'withdrawn', 'expired'))",
    },
    Asked {
        id: "reviews.counted",
        count: "select count(*) as n from applications",
        wrong: "select 'applications' as place, a.id from applications a where
             a.reviews_given <> (select count(*) from review_assignments r
                 join submissions s on s.id = r.submission_id
                 where s.application_id = a.id and r.withdrawn_at is null
                   and s.round = (select max(n.round) from submissions n where n.application_id = a.id))
             or a.reviews_done <> (select count(r.completed_at) from review_assignments r
                 join submissions s on s.id = r.submission_id
                 where s.application_id = a.id and r.withdrawn_at is null
                   and s.round = (select max(n.round) from submissions n where n.application_id = a.id))",
    },
    Asked {
        id: "charges.settled",
        count: "select count(*) as n from charges",
        wrong: "select 'charges' as place, id from charges
             where (confirmed_at is null) <> (confirmed_minor is null)
                or (confirmed_at is not null and waived_at is not null)
                or (confirmed_at is not null and confirmed_by is null)
                or (waived_at is not null and waived_by is null and waive_reason is null)
                or confirmed_minor < 0 or amount_minor < 0
             union all select 'memberships', m.id from memberships m join charges c on c.id = m.charge_id
             where m.withdrawn_at is null and c.confirmed_at is null",
    },
    Asked {
        id: "roles.used",
        count: "select (select count(*) from decisions) + (select count(*) from review_assignments)
                 + (select count(*) from charges where confirmed_at is not null) as n",
        wrong: "select 'decisions' as place, d.id from decisions d where not exists (
                 select 1 from roles r where r.person_id = d.decided_by and r.role = 'coordinator'
                   and r.association_id = d.association_id and r.from_at <= d.decided_at
                   and (r.until_at is null or r.until_at >= d.decided_at))
             union all select 'review_assignments', a.id from review_assignments a where not exists (
                 select 1 from roles r where r.person_id = a.reviewer_id and r.role = 'reviewer'
                   and r.association_id = a.association_id and r.from_at <= a.assigned_at
                   and (r.until_at is null or r.until_at >= a.assigned_at))
             union all select 'charges', c.id from charges c where c.confirmed_at is not null and not exists (
                 select 1 from roles r where r.person_id = c.confirmed_by
                   and r.association_id = c.association_id and r.from_at <= c.confirmed_at
                   and (r.until_at is null or r.until_at >= c.confirmed_at))",
    },
    Asked {
        id: "advising.apart",
        count: "select count(*) as n from advisings",
        wrong: "select 'advisings' as place, v.id from advisings v
             where (v.agreed_at is not null or v.ended_at is null) and exists (
                 select 1 from review_assignments r join applications a on a.id = r.application_id
                 where a.person_id = v.person_id and r.association_id = v.association_id
                   and r.reviewer_id = v.advisor_id and r.withdrawn_at is null)
             union all select 'advisings', v.id from advisings v
                 join applications a on a.id = v.application_id
             where v.ended_at is null
               and a.state in ('endorsed', 'deferred', 'withdrawn', 'expired')
             union all select 'advisings', v.id from advisings v where not exists (
                 select 1 from roles r where r.person_id = v.advisor_id and r.role = 'advisor'
                   and r.association_id = v.association_id and r.from_at <= v.offered_at
                   and (r.until_at is null or r.until_at >= v.offered_at))",
    },
    Asked {
        id: "audit.actor",
        count: "select count(*) as n from audit_events",
        wrong: "select 'audit_events' as place, id from audit_events
             where actor_kind = '' or verb = '' or object_kind = ''
                or (actor_id is null and actor_kind not in ('visitor', 'system', 'rater'))",
    },
    Asked {
        id: "audit.told",
        count: "select (select count(*) from decisions) + (select count(*) from submissions)
                 + (select count(*) from endorsements) + (select count(*) from signatures)
                 + (select count(*) from exam_results) + (select count(*) from documents)
                 + (select count(*) from renewals) + (select count(*) from membership_claims)
                 + (select count(*) from people) as n",
        wrong: "select t.place, t.id from (
                 select 'decisions' as place, id, id as about from decisions
                 union all select 'submissions', id, application_id from submissions
                 union all select 'endorsements', id, id from endorsements
                 union all select 'signatures', id, id from signatures
                 union all select 'exam_results', id, application_id from exam_results
                 union all select 'documents', id, id from documents
                 union all select 'renewals', id, id from renewals
                 union all select 'membership_claims', id, id from membership_claims
                 union all select 'people', id, id from people
             ) t
             where not exists (select 1 from audit_events e where e.object_id = t.about)
               and not exists (select 1 from audit_events e where e.application_id = t.about)",
    },
    Asked {
        id: "sessions.hashed",
        count: "select (select count(*) from sessions) + (select count(*) from role_invitations) as n",
        wrong: "select 'sessions' as place, id from sessions where length(token_hash) <> 64 or expires_at <= created_at
             union all select 'role_invitations', id from role_invitations where length(token_hash) <> 64
             union all select 'reference_requests', id from reference_requests
             where token_hash is not null and length(token_hash) <> 64",
    },
];

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

#[derive(sqlx::FromRow)]
struct Wrong {
    place: String,
    id: Uuid,
}

pub(super) async fn count(tx: &mut Tx, asked: &Asked) -> Result<u64, Error> {
    let found: Option<Count> = tx.maybe(asked.count, ()).await?;
    Ok(found.and_then(|it| u64::try_from(it.n).ok()).unwrap_or_default())
}

pub(super) async fn wrong(tx: &mut Tx, asked: &Asked) -> Result<Vec<String>, Error> {
    let found: Vec<Wrong> = tx.all(asked.wrong, ()).await?;
    let mut found: Vec<String> =
        found.into_iter().map(|it| format!("{} {}", it.place, it.id)).collect();
    found.sort();
    found.dedup();
    Ok(found)
}

/// An address, and the key that its account is found by.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Address {
    pub id: Uuid,
    pub email: String,
    pub key: String,
    pub is_confirmed: bool,
}

pub(super) async fn addresses(tx: &mut Tx) -> Result<Vec<Address>, Error> {
    tx.all(
        "select id, email, email_key as key, (email_confirmed_at is not null) as is_confirmed
         from people order by id",
        (),
    )
    .await
}

/// A text, and the key that it is found by.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Keyed {
    pub id: Uuid,
    pub text: String,
    pub key: String,
}

/// Names of those that belong to somebody: whose account was erased is found by none.
pub(super) async fn names(tx: &mut Tx) -> Result<Vec<Keyed>, Error> {
    tx.all(
        "select id, name as text, name_key as key from endorsements
         where person_id is not null order by id",
        (),
    )
    .await
}

/// A badge in force, and the name that it has to carry.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Signed {
    pub id: Uuid,
    pub name: String,
    pub body: String,
}

/// The badges of endorsements that go on.
pub(super) async fn badges(tx: &mut Tx) -> Result<Vec<Signed>, Error> {
    tx.all(
        "select e.id, e.name, c.body from endorsements e
         join credentials c on c.endorsement_id = e.id and c.superseded_at is null
         join endorsement_intervals i on i.endorsement_id = e.id and i.until_on is null
         where i.status = 'active' order by e.id",
        (),
    )
    .await
}

#[derive(Debug, sqlx::FromRow)]
pub(super) struct Word {
    pub word: String,
    pub name_key: String,
}

pub(super) async fn words_of(tx: &mut Tx, endorsement: Uuid) -> Result<Vec<Word>, Error> {
    let sql = "select word, name_key from registry_words where endorsement_id = $1";
    let mut words: Vec<Word> = tx.all(sql, (endorsement,)).await?;
    // Not every engine has the order of the code.
    words.sort_by(|one, other| one.word.cmp(&other.word));
    Ok(words)
}

/// A text with the digest that was kept beside it.
#[derive(Debug)]
pub(super) struct Digested {
    pub what: String,
    pub text: String,
    pub sha256: String,
}

#[derive(sqlx::FromRow)]
struct Frozen {
    id: Uuid,
    locker: String,
    locker_sha256: String,
    assessment: String,
    assessment_sha256: String,
}

/// What was handed in and is still there: of what was erased only the digests are.
pub(super) async fn frozen(tx: &mut Tx) -> Result<Vec<Digested>, Error> {
    let found: Vec<Frozen> = tx
        .all(
            "select id, locker, locker_sha256, assessment, assessment_sha256
             from submissions where erased_at is null order by id",
            (),
        )
        .await?;
    let both = |it: Frozen| {
        let what = format!("submissions {}", it.id);
        let locker = Digested { what: what.clone(), text: it.locker, sha256: it.locker_sha256 };
        [locker, Digested { what, text: it.assessment, sha256: it.assessment_sha256 }]
    };
    Ok(found.into_iter().flat_map(both).collect())
}

#[derive(sqlx::FromRow)]
struct Agreement {
    sha256: String,
    body: String,
}

pub(super) async fn agreements(tx: &mut Tx) -> Result<Vec<Digested>, Error> {
    let found: Vec<Agreement> =
        tx.all("select sha256, body from agreement_texts order by sha256", ()).await?;
    let one = |it: Agreement| Digested {
        what: format!("agreement_texts {}", it.sha256),
        text: it.body,
        sha256: it.sha256,
    };
    Ok(found.into_iter().map(one).collect())
}

/// A sealed secret.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Sealed {
    pub person_id: Uuid,
    pub sealed_secret: String,
}

pub(super) async fn secrets(tx: &mut Tx) -> Result<Vec<Sealed>, Error> {
    tx.all("select person_id, sealed_secret from second_factors order by person_id", ()).await
}

#[derive(sqlx::FromRow)]
struct Id {
    id: String,
}

pub(super) async fn associations(tx: &mut Tx) -> Result<Vec<String>, Error> {
    let found: Vec<Id> = tx.all("select id from associations order by id", ()).await?;
    Ok(found.into_iter().map(|it| it.id).collect())
}

/// A document's row.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Kept {
    pub id: Uuid,
    pub sha256: String,
    pub size_bytes: i64,
    pub is_removed: bool,
}

pub(super) async fn documents(tx: &mut Tx) -> Result<Vec<Kept>, Error> {
    tx.all(
        "select id, sha256, size_bytes, (removed_at is not null) as is_removed
         from documents order by id",
        (),
    )
    .await
}
