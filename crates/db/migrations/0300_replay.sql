-- What every decision was made by, as it was, so that it can be judged again years later; and by which
-- version of the rules an application is held.

-- Rules as they were when something was frozen by them: once for each wording of a version.
create table policy_versions (
    association_id text not null references associations (id),
    category       text not null,
    version        text not null,
    sha256         text not null,
    policy         text not null,
    kept_at        timestamptz not null,
    primary key (association_id, category, version, sha256)
);

alter table submissions add column policy_sha256 text;
alter table submissions add column engine bigint;

alter table decisions add column policy_sha256 text;
alter table decisions add column engine bigint;
-- What came after submission and was looked at for an endorsement: exam results, what the rules said
-- with them on which day, and the SHA-256 of the two.
alter table decisions add column later_on date;
alter table decisions add column later_exam text;
alter table decisions add column later_assessment text;
alter table decisions add column later_sha256 text;

-- How an application came to the version it is pinned to, if not by its start.
alter table applications add column pin text check (pin in ('stayed', 'moved', 'followed', 'grandfathered'));
alter table applications add column pin_instead_of text;
alter table applications add column pin_reason text;
alter table applications add column pinned_at timestamptz;
alter table applications add column pinned_by uuid references people (id);
