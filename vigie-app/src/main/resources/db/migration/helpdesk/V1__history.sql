create schema if not exists helpdesk;

-- each file, or answer of the helpdesk, that tickets of the past were read from. RUNNING for one that was cut off: of it
-- nothing was taken; SHOWN for one that was only tried
create table helpdesk.intake (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    who     text        not null,
    name    text        not null,
    origin  text        not null,
    dry     boolean     not null,
    outcome text        not null default 'RUNNING' check (outcome in ('RUNNING', 'TAKEN', 'SHOWN', 'FAILED')),
    trouble text        not null default '',
    read    integer     not null default 0,
    added   integer     not null default 0,
    changed integer     not null default 0,
    same    integer     not null default 0,
    refused integer     not null default 0
);

create table helpdesk.refused (
    intake    bigint  not null references helpdesk.intake,
    position  integer not null,
    line      integer not null,
    ticket    text    not null,
    field     text    not null,
    value     text    not null,
    expected  text    not null,
    arguments text[]  not null,
    raw       text    not null,
    primary key (intake, position)
);

-- a ticket of the past. site 0: the registry does not know the site; its name is kept as it was written.
-- proposed: by the rules, and for which word; confirmed: by a person
create table helpdesk.past (
    id           bigint generated always as identity primary key,
    origin       text        not null,
    foreign_id   text        not null,
    site         bigint      not null,
    site_name    text        not null,
    subject      text        not null,
    body         text        not null,
    state        text        not null,
    priority     text        not null,
    service      text        not null,
    vo           text        not null,
    opened       timestamptz not null,
    ended        timestamptz,
    solution     text        not null,
    proposed     text        not null,
    proposed_why text        not null,
    confirmed    text        not null default '',
    confirmed_by text        not null default '',
    confirmed_at timestamptz,
    intake       bigint      not null references helpdesk.intake,
    unique (origin, foreign_id)
);
create index past_by_opened on helpdesk.past (opened desc);
create index past_by_site on helpdesk.past (site, opened desc);
