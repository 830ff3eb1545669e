-- The standing a person holds, its proof, and the duty to go on learning.

create table endorsements (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid references people (id),
    application_id uuid references applications (id),
    category       text not null,
    policy_version text not null,
    number         text not null,
    public_id      text not null unique,
    subject_urn    text not null,
    name           text not null,
    name_key       text not null,
    awarded_on     date not null,
    valid_from     date not null,
    valid_until    date not null,
    status_index   bigint not null,
    listed_at      timestamptz,
    created_at     timestamptz not null,
    unique (association_id, number),
    unique (association_id, status_index)
);
create unique index endorsements_once on endorsements (application_id);
create index endorsements_of on endorsements (person_id);
create index endorsements_by_name on endorsements (association_id, name_key, id);
create index endorsements_by_category on endorsements (association_id, category, name_key, id);

-- A word of a name each, folded, so that a search by any word starts in an index on both engines.
create table registry_words (
    association_id text not null references associations (id),
    word           text not null,
    endorsement_id uuid not null references endorsements (id),
    primary key (association_id, word, endorsement_id)
);
create index registry_words_of on registry_words (endorsement_id, word);

create table endorsement_intervals (
    id             uuid primary key,
    endorsement_id uuid not null references endorsements (id),
    status         text not null check (status in ('active', 'inactive', 'lapsed', 'retired', 'revoked')),
    from_on        date not null,
    until_on       date,
    reason         text,
    recorded_at    timestamptz not null,
    recorded_by    uuid references people (id)
);
create index endorsement_intervals_of on endorsement_intervals (endorsement_id, from_on);
create index endorsement_intervals_revoked on endorsement_intervals (endorsement_id)
    where status = 'revoked';

-- The signed document as it was issued; a renewal issues it anew under the same id.
create table credentials (
    id             uuid primary key,
    endorsement_id uuid not null references endorsements (id),
    language       text not null,
    body           text not null,
    issued_at      timestamptz not null,
    superseded_at  timestamptz
);
create index credentials_of on credentials (endorsement_id, issued_at);

create table renewals (
    id                uuid primary key,
    association_id    text not null references associations (id),
    endorsement_id    uuid not null references endorsements (id),
    person_id         uuid not null references people (id),
    cycle             bigint not null,
    opened_at         timestamptz not null,
    submitted_at      timestamptz,
    locker            text,
    locker_sha256     text,
    assessment        text,
    assessment_sha256 text,
    confirmed_at      timestamptz,
    confirmed_by      uuid references people (id),
    override_reason   text,
    returned_at       timestamptz,
    return_note       text,
    unique (endorsement_id, cycle)
);
create index renewals_at_desk on renewals (association_id, submitted_at, confirmed_at);
