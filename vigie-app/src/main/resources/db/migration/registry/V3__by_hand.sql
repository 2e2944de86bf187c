-- What GOCDB calls extension properties, each as word=value.
alter table registry.site add column properties text[] not null default '{}';
alter table registry.service add column properties text[] not null default '{}';

-- The VOs that a service serves; where none is named, those of its site. No source owns this.
create table registry.service_vo (
    service bigint not null references registry.service,
    vo      text   not null references registry.vo,
    primary key (service, vo)
);

-- What is closed stays, so that history keeps its names.
alter table registry.organisation add column gone timestamptz;
alter table registry.vo add column id bigint generated always as identity, add column gone timestamptz;
alter table registry.service_type add column id bigint generated always as identity, add column gone timestamptz;

-- Two persons who turned out to be one; what was moved is kept, so that it can be undone.
create table registry.person_join (
    id     bigint generated always as identity primary key,
    kept   text        not null,
    joined text        not null,
    moved  text[]      not null,
    at     timestamptz not null,
    who    text        not null,
    reason text        not null,
    undone timestamptz
);
