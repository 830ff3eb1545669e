-- Requests for a category, what was submitted, what was judged and decided.

create table applications (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid not null references people (id),
    number         text not null,
    category       text not null,
    policy_version text not null,
    state          text not null check (state in ('preparing', 'submitted', 'in-review', 'more-information',
                       'approved-for-exam', 'exam-passed', 'endorsed', 'deferred', 'on-hold', 'withdrawn', 'expired')),
    state_since    timestamptz not null,
    started_at     timestamptz not null,
    closed_at      timestamptz,
    unique (association_id, number)
);
create index applications_of on applications (association_id, person_id);
create index applications_at_desk on applications (association_id, closed_at, state_since);
create unique index applications_one_open on applications (association_id, person_id, category)
    where closed_at is null;

create table application_steps (
    id             uuid primary key,
    application_id uuid not null references applications (id),
    at             timestamptz not null,
    by_id          uuid references people (id),
    from_state     text not null,
    to_state       text not null,
    note           text
);
create index application_steps_of on application_steps (application_id, at);

-- Frozen at the moment of submission: what was shown, what the rules said, by which version.
create table submissions (
    id                uuid primary key,
    application_id    uuid not null references applications (id),
    round             bigint not null,
    submitted_at      timestamptz not null,
    submitted_on      date not null,
    policy_version    text not null,
    locker            text not null,
    locker_sha256     text not null,
    assessment        text not null,
    assessment_sha256 text not null,
    unique (application_id, round)
);

create table reference_requests (
    id                     uuid primary key,
    association_id         text not null references associations (id),
    application_id         uuid not null references applications (id),
    person_id              uuid not null references people (id),
    relation               text not null,
    rater_name             text not null check (length(rater_name) between 1 and 200),
    rater_email            text not null,
    rater_email_key        text not null,
    language               text not null check (language in ('en', 'es')),
    waived_at              timestamptz,
    kept_right_at          timestamptz,
    waiver_name            text,
    form_version           text not null,
    token_hash             text unique,
    former_token_hash      text unique,
    asked_at               timestamptz not null,
    reminded_at            timestamptz,
    opened_at              timestamptz,
    started_at             timestamptz,
    saved_at               timestamptz,
    submitted_at           timestamptz,
    declined_at            timestamptz,
    decline_reason         text,
    suggestion             text,
    void_at                timestamptz,
    replaced_at            timestamptz,
    answers                text not null,
    comment                text,
    recommendation         text,
    not_enough_information bigint not null,
    rater_category         text,
    rater_category_from    date,
    attested_name          text
);
create index reference_requests_of on reference_requests (application_id, asked_at);

-- The exact words that were signed, once each.
create table agreement_texts (
    sha256    text primary key,
    agreement text not null,
    version   text not null,
    language  text not null,
    body      text not null
);

create table signatures (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid not null references people (id),
    agreement      text not null,
    version        text not null,
    language       text not null,
    sha256         text not null references agreement_texts (sha256),
    typed_name     text not null,
    meaning        text not null,
    signed_at      timestamptz not null,
    signed_on      date not null,
    session_id     uuid,
    address        text,
    user_agent     text
);
create index signatures_of on signatures (association_id, person_id, agreement, signed_at);

create table charges (
    id              uuid primary key,
    association_id  text not null references associations (id),
    person_id       uuid not null references people (id),
    application_id  uuid references applications (id),
    renewal_id      uuid,
    kind            text not null check (kind in ('registration', 'membership', 'processing', 'renewal')),
    amount_minor    bigint,
    currency        text not null,
    due_at          timestamptz not null,
    promised_at     timestamptz,
    promised_by     text,
    promise_note    text,
    confirmed_at    timestamptz,
    confirmed_by    uuid references people (id),
    confirmed_minor bigint,
    confirmed_note  text,
    waived_at       timestamptz,
    waived_by       uuid references people (id),
    waive_reason    text
);
create index charges_of on charges (association_id, person_id);
create index charges_of_application on charges (application_id);

create table memberships (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid not null references people (id),
    of_association text not null,
    from_on        date not null,
    until_on       date not null,
    charge_id      uuid unique references charges (id),
    confirmed_at   timestamptz not null,
    confirmed_by   uuid references people (id),
    note           text
);
create index memberships_of on memberships (association_id, person_id);

create table review_assignments (
    id             uuid primary key,
    association_id text not null references associations (id),
    application_id uuid not null references applications (id),
    submission_id  uuid not null references submissions (id),
    reviewer_id    uuid not null references people (id),
    assigned_at    timestamptz not null,
    assigned_by    uuid not null references people (id),
    declared_at    timestamptz,
    conflict_at    timestamptz,
    completed_at   timestamptz,
    withdrawn_at   timestamptz,
    recommendation text,
    summary        text
);
create index review_assignments_of on review_assignments (application_id);
create index review_assignments_for on review_assignments (association_id, reviewer_id);
create unique index review_assignments_once on review_assignments (submission_id, reviewer_id)
    where withdrawn_at is null;

create table review_findings (
    assignment_id uuid not null references review_assignments (id),
    requirement   text not null,
    verdict       text check (verdict in ('agree', 'question', 'disagree')),
    comment       text not null,
    judged_at     timestamptz not null,
    primary key (assignment_id, requirement)
);

create table decisions (
    id                uuid primary key,
    association_id    text not null references associations (id),
    application_id    uuid not null references applications (id),
    submission_id     uuid not null references submissions (id),
    outcome           text not null check (outcome in ('more-information', 'deferred', 'approved-for-exam', 'endorsed')),
    letter            text not null,
    policy_version    text not null,
    locker_sha256     text not null,
    assessment_sha256 text not null,
    decided_at        timestamptz not null,
    decided_by        uuid not null references people (id)
);
create index decisions_of on decisions (application_id, decided_at);

create table exam_results (
    id             uuid primary key,
    association_id text not null references associations (id),
    application_id uuid not null references applications (id),
    person_id      uuid not null references people (id),
    series         text not null,
    part           bigint not null,
    percent        bigint,
    passed         boolean not null,
    taken_on       date not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid not null references people (id)
);
create index exam_results_of on exam_results (association_id, person_id);
