create schema if not exists source;

create table source.source (
    id         bigint generated always as identity primary key,
    name       text    not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,39}$' and name <> 'vigie'),
    kind       text    not null,
    url        text    not null default '',
    ngi        text    not null default '',
    scope      text    not null default '',
    credential text    not null default '',
    every      bigint  not null default 0,  -- seconds; 0: only when told
    next_due   timestamptz
);

create table source.run (
    id          bigint generated always as identity primary key,
    source      bigint  not null references source.source on delete cascade,
    who         text    not null,
    by_itself   boolean not null,
    dry         boolean not null,
    began       timestamptz not null,
    ended       timestamptz,
    outcome     text    not null,
    trouble_fr  text    not null default '',
    trouble_en  text    not null default '',
    repeats     bigint  not null default 0,
    file_name   text    not null default '',
    file        bytea,
    complete    boolean not null default false
);
create index run_by_source on source.run (source, id desc);

create table source.run_change (
    run    bigint  not null references source.run on delete cascade,
    place  integer not null,
    kind   text    not null,
    what   text    not null,
    name   text    not null,
    fields text    not null,
    primary key (run, place)
);

create table source.run_misfit (
    run       bigint  not null references source.run on delete cascade,
    place     integer not null,
    file      text    not null,
    line      integer not null,
    about     text    not null,
    field     text    not null,
    value     text    not null,
    expected  text    not null,
    arguments text[]  not null,
    primary key (run, place)
);
