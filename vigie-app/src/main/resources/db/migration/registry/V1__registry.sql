create schema if not exists registry;

-- Every change of the registry takes a new number; a number is never given twice, also after a rollback.
create sequence registry.edition_number;
create table registry.edition (
    one    boolean primary key default true check (one),
    number bigint  not null default 0
);
insert into registry.edition default values;

-- "source" names the source that owns a row; empty: kept by hand. "key" is the row's name in that source.
-- A row that its owner no longer knows is "gone": history still points to it.
create table registry.ngi (
    id          bigint generated always as identity primary key,
    name        text not null unique,
    description text not null default '',
    mail        text not null default '',
    rod_mail    text not null default '',
    source      text not null default '',
    key         text not null default '',
    gone        timestamptz
);

create table registry.site (
    id            bigint generated always as identity primary key,
    name          text    not null unique,
    official_name text    not null default '',
    ngi           text    not null default '',
    certification text    not null,
    production    boolean not null default true,
    country       text    not null default '',
    mail          text    not null default '',
    phone         text    not null default '',
    security_mail text    not null default '',
    timezone      text    not null default '',
    home          text    not null default '',
    scopes        text[]  not null default '{}',
    source        text    not null default '',
    key           text    not null default '',
    gone          timestamptz
);
create unique index site_by_key on registry.site (source, key) where key <> '';

create table registry.site_name (
    site  bigint not null references registry.site,
    name  text   not null,
    until timestamptz not null,
    primary key (site, name)
);

create table registry.certification (
    id     bigint generated always as identity primary key,
    site   bigint not null references registry.site,
    at     timestamptz not null,
    before text   not null,
    after  text   not null,
    who    text   not null,
    reason text   not null
);
create index certification_by_time on registry.certification (at);

create table registry.organisation (
    id            bigint generated always as identity primary key,
    name          text not null unique,
    official_name text not null default '',
    kind          text not null,
    town          text not null default ''
);
create table registry.organisation_site (
    organisation bigint not null references registry.organisation on delete cascade,
    site         bigint not null references registry.site,
    primary key (organisation, site)
);

create table registry.service_type (
    name        text primary key,
    description text not null default ''
);

create table registry.service (
    id         bigint generated always as identity primary key,
    site       bigint  not null references registry.site,
    host       text    not null,
    type       text    not null references registry.service_type,
    port       integer,
    url        text    not null default '',
    production boolean not null default true,
    monitored  boolean not null default true,
    scopes     text[]  not null default '{}',
    source     text    not null default '',
    key        text    not null default '',
    gone       timestamptz,
    unique (site, host, type)
);
create index service_by_key on registry.service (source, key);

create table registry.endpoint (
    id        bigint generated always as identity primary key,
    service   bigint  not null references registry.service,
    name      text    not null,
    url       text    not null default '',
    interface text    not null default '',
    monitored boolean not null default true,
    unique (service, name)
);

create table registry.contact (
    id     bigint generated always as identity primary key,
    site   bigint not null references registry.site,
    role   text   not null,
    name   text   not null,
    mail   text   not null default '',
    phone  text   not null default '',
    source text   not null default '',
    key    text   not null default '',
    unique (site, role, name)
);

-- Spellings and former names of one person.
create table registry.person_name (
    spelling text primary key,
    name     text not null
);

create table registry.vo (
    name        text primary key,
    description text not null default ''
);
create table registry.site_vo (
    site bigint not null references registry.site,
    vo   text   not null references registry.vo,
    primary key (site, vo)
);

create table registry.downtime (
    id          bigint generated always as identity primary key,
    site        bigint  not null references registry.site,
    severity    text    not null,
    scheduled   boolean not null,
    description text    not null,
    starts      timestamptz not null,
    ends        timestamptz not null,
    announced   timestamptz not null,
    source      text    not null default '',
    key         text    not null default '',
    gone        timestamptz,
    check (starts < ends)
);
create index downtime_by_time on registry.downtime (ends, starts);
create unique index downtime_by_key on registry.downtime (source, key) where key <> '';
create table registry.downtime_service (
    downtime bigint not null references registry.downtime,
    service  bigint not null references registry.service,
    primary key (downtime, service)
);
create index downtime_of_service on registry.downtime_service (service);
