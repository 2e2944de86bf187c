-- a helpdesk that is kept in step with. house: by which it knows our tickets again; first_ticket: of ours, only those
-- opened after it go there; since: all that changed there before has been read
create table helpdesk.desk (
    name         text        primary key,
    house        text        not null,
    first_ticket bigint      not null,
    since        timestamptz,
    last_read    timestamptz,
    next_due     timestamptz not null,
    failures     integer     not null default 0,
    trouble      text        not null default '',
    trouble_at   timestamptz,
    states       text[]      not null default '{}',
    priorities   text[]      not null default '{}',
    maps_at      timestamptz
);

-- one ticket, there and here. our_*, their_*: what both were when they were last the same
create table helpdesk.link (
    desk           text    not null references helpdesk.desk,
    ticket         bigint  not null,
    foreign_id     bigint  not null,
    number         text    not null,
    ours           boolean not null,
    our_state      text    not null,
    their_state    text    not null,
    our_priority   text    not null,
    their_priority text    not null,
    their_updated  text    not null default '',
    entry_mark     bigint  not null,
    primary key (desk, ticket),
    unique (desk, foreign_id)
);

-- what is to be told there. unsure: it may have arrived, and is looked for before it is sent again
create table helpdesk.outgoing (
    id       bigint generated always as identity primary key,
    desk     text        not null references helpdesk.desk,
    ticket   bigint      not null,
    kind     text        not null check (kind in ('TICKET', 'ARTICLE', 'STATE', 'PRIORITY')),
    entry    bigint      not null default 0,
    since    timestamptz not null,
    tries    integer     not null default 0,
    next_try timestamptz not null,
    unsure   boolean     not null default false,
    given_up boolean     not null default false,
    trouble  text        not null default '',
    unique (desk, ticket, kind, entry)
);
create index outgoing_due on helpdesk.outgoing (desk, next_try) where not given_up;

-- tickets there that could not be taken: field, value and what was expected, as for a row of a file
create table helpdesk.turned_down (
    desk       text        not null references helpdesk.desk,
    foreign_id bigint      not null,
    number     text        not null,
    title      text        not null,
    field      text        not null,
    value      text        not null,
    expected   text        not null,
    arguments  text[]      not null,
    at         timestamptz not null,
    again      boolean     not null default false,
    primary key (desk, foreign_id)
);
