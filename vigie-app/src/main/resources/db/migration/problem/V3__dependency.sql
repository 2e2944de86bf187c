-- a service of a site that fails when another fails: declared by a person
create table problem.dependency (
    site    bigint      not null,
    service bigint      not null,
    needs   bigint      not null,
    who     text        not null,
    at      timestamptz not null,
    reason  text        not null,
    primary key (service, needs),
    check (service <> needs)
);
create index dependency_by_site on problem.dependency (site);
