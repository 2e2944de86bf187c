create schema if not exists problem;

create table problem.problem (
    id                 bigint generated always as identity primary key,
    site               bigint      not null,
    cause              text        not null,
    stage              text        not null,
    began              timestamptz not null,
    due                timestamptz not null,
    acknowledged_until timestamptz,
    owner              bigint      not null default 0,
    ticket             bigint      not null default 0,
    recovered          timestamptz,
    closed             timestamptz,
    closed_why         text        not null default ''
);
create index problem_open_by_site on problem.problem (site) where closed is null;
create index problem_due on problem.problem (due) where stage = 'OPEN';

-- an alarm is in one problem at a time
create table problem.alarm (
    alarm   bigint primary key,
    problem bigint not null references problem.problem,
    reason  text   not null,
    open    boolean not null default true
);
create index alarm_by_problem on problem.alarm (problem);

create table problem.note (
    id      bigint generated always as identity primary key,
    problem bigint      not null references problem.problem,
    at      timestamptz not null,
    who     text        not null,
    text    text        not null
);
create index note_by_problem on problem.note (problem, id);

-- how long a problem may last before a ticket is due, where an NGI has said so (hours, weekends and holidays aside)
create table problem.policy (
    ngi              text primary key,
    ticket_due_hours integer not null check (ticket_due_hours between 1 and 1000),
    country          text    not null
);
-- France-Grilles opens its tickets at 10 hours where EGI asks for 24
insert into problem.policy (ngi, ticket_due_hours, country) values ('NGI_FRANCE', 10, 'FR');
