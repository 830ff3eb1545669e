-- Roles with a beginning, an end and a last look; and invitations to them.

create table roles_kept (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid not null references people (id),
    role           text not null check (role in ('administrator', 'advisor', 'auditor', 'coordinator',
                       'grader', 'network', 'reviewer', 'treasurer')),
    from_at        timestamptz not null,
    until_at       timestamptz,
    granted_by     uuid references people (id),
    ended_by       uuid references people (id),
    end_reason     text,
    -- When somebody last said that the role is still needed.
    looked_over_at timestamptz,
    looked_over_by uuid references people (id)
);
insert into roles_kept (id, association_id, person_id, role, from_at, until_at, granted_by)
    select id, association_id, person_id, role, from_at, until_at, granted_by from roles;
drop table roles;
alter table roles_kept rename to roles;
create index roles_of on roles (person_id, association_id);
create index roles_here on roles (association_id, role);

create table role_invitations (
    id             uuid primary key,
    association_id text not null references associations (id),
    role           text not null,
    email          text not null,
    email_key      text not null,
    mailbox        text not null,
    -- The last day of the role, if it is to end.
    until_on       date,
    token_hash     text not null unique,
    invited_at     timestamptz not null,
    invited_by     uuid not null references people (id),
    expires_at     timestamptz not null,
    accepted_at    timestamptz,
    accepted_by    uuid references people (id),
    declined_at    timestamptz,
    withdrawn_at   timestamptz
);
create index role_invitations_here on role_invitations (association_id, invited_at);
create index role_invitations_to on role_invitations (mailbox, invited_at);
