create schema if not exists people;

create table people.person (
    id     bigint generated always as identity primary key,
    login  text    not null unique check (login ~ '^[a-z0-9][a-z0-9._@-]{0,99}$'),
    name   text    not null,
    mail   text    not null default '',
    active boolean not null default true
);

create table people.role_held (
    person bigint not null references people.person,
    role   text   not null,
    site   bigint not null default 0,
    vo     text   not null default '',
    primary key (person, role, site, vo)
);
