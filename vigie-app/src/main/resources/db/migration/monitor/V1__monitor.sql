create schema if not exists monitor;

-- one line for each thing that is watched: a metric of a service, for a VO or for none
create table monitor.metric (
    id      int generated always as identity primary key,
    service bigint not null,
    name    text   not null,
    vo      text   not null,
    unique (service, name, vo)
);

-- what is believed of each; rewritten with every result, so it holds no index but its key
create table monitor.state (
    metric  int         primary key,
    hard    text        not null,
    soft    text        not null,
    attempt int         not null,
    since   timestamptz not null,
    seen    timestamptz not null,
    stale   timestamptz not null,
    active  boolean     not null,
    summary text        not null
) with (fillfactor = 60);

-- each time that something else was seen or believed; kept for ever
create table monitor.change (
    id      bigint generated always as identity primary key,
    metric  int         not null,
    at      timestamptz not null,
    was     text        not null,
    hard    text        not null,
    soft    text        not null,
    attempt int         not null,
    summary text        not null
);

create index change_by_metric on monitor.change (metric, at);

-- every result as it came, one partition for each day (UTC) of its own time
create table monitor.result (
    metric  int         not null,
    at      timestamptz not null,
    status  text        not null,
    origin  text        not null,
    summary text        not null,
    message text        not null,
    data    text        not null,
    report  bigint      not null
) partition by range (at);

create index result_by_metric on monitor.result (metric, at);

-- what was answered to each batch; a key of the sender makes a batch count once
create table monitor.report (
    id       bigint generated always as identity primary key,
    source   bigint      not null,
    key      text,
    digest   text        not null,
    taken    timestamptz not null,
    accepted int         not null,
    refused  int         not null,
    lines    text        not null
);

create unique index report_by_key on monitor.report (source, key) where key is not null;
create index report_by_time on monitor.report (taken);
