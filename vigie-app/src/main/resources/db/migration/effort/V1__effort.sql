create schema if not exists effort;

-- what a person did for a site: a line of the journal, once
create table effort.act (
    deed   bigint primary key,
    at     timestamptz not null,
    person bigint      not null, -- 0 once it has been kept long enough
    home   bigint      not null, -- the site the person belongs to; 0 for those who belong to none
    site   bigint      not null, -- the site it was done for
    what   text        not null,
    about  text        not null
);

create index act_by_time on effort.act (at);
create index act_by_site on effort.act (site, at);

-- who was the first to do something about a problem that is over
create table effort.first (
    problem   bigint primary key,
    site      bigint      not null,
    began     timestamptz not null,
    by_site   timestamptz,
    by_others timestamptz,
    recovered timestamptz
);

create index first_by_time on effort.first (began);

-- up to which line the journal was read: one row
create table effort.read (
    deed bigint not null
);

insert into effort.read values (0);
