create schema if not exists alarm;

create table alarm.alarm (
    id      bigint generated always as identity primary key,
    site    bigint      not null,
    service bigint      not null,
    metric  text        not null,
    vo      text        not null,
    raised  timestamptz not null,
    cleared timestamptz,
    summary text        not null
);

-- one open alarm of a check, whoever knocks twice
create unique index alarm_open on alarm.alarm (service, metric, vo) where cleared is null;
create index alarm_open_by_site on alarm.alarm (site) where cleared is null;

-- checks that turned bad while an outage was announced: looked at again when it ends
create table alarm.held_back (
    service bigint      not null,
    metric  text        not null,
    vo      text        not null,
    until   timestamptz not null,
    primary key (service, metric, vo)
);
create index held_back_by_end on alarm.held_back (until);
