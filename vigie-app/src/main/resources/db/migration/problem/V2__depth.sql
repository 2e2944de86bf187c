-- overdue, escalates: when it is overdue without a ticket, and when those above are told of it
-- held: until when an announced outage or a silence covers all its open alarms; null where none does
-- good_since: since when no alarm of it is open, though its recovery is not believed yet; look: when that is looked at again
-- returned: when it came back on top because something that kept it quiet had ended
-- closed_as: why one was closed that was still bad; empty where it was good
-- by_hand: parted by a person, so the house joins nothing to it by itself
alter table problem.problem
    add column overdue    timestamptz,
    add column escalates  timestamptz,
    add column held       timestamptz,
    add column good_since timestamptz,
    add column look       timestamptz,
    add column returned   timestamptz,
    add column closed_as  text    not null default '',
    add column by_hand    boolean not null default false;
update problem.problem set overdue = due + interval '62 hours', escalates = due + interval '64 hours';
alter table problem.problem
    alter column overdue set not null,
    alter column escalates set not null,
    add constraint acknowledgements_end check (stage <> 'ACKNOWLEDGED' or acknowledged_until is not null);

create index problem_overdue on problem.problem (overdue) where stage = 'DUE';
create index problem_held on problem.problem (held) where held is not null;
create index problem_look on problem.problem (look) where look is not null;

-- the tickets that followed a problem, one after the other
create table problem.followed (
    problem bigint      not null references problem.problem,
    ticket  bigint      not null,
    since   timestamptz not null,
    until   timestamptz,
    primary key (problem, ticket)
);
insert into problem.followed (problem, ticket, since) select id, ticket, began from problem.problem where ticket <> 0;

-- what a person does not want to hear of: a site (service 0), one of its services, or one check (metric); always ends
create table problem.silence (
    id      bigint generated always as identity primary key,
    site    bigint      not null,
    service bigint      not null default 0,
    metric  text        not null default '',
    begins  timestamptz not null,
    ends    timestamptz not null,
    person  bigint      not null,
    who     text        not null,
    reason  text        not null check (reason <> ''),
    check (begins < ends)
);
create index silence_by_end on problem.silence (ends);

-- what a person said of a check and a cause: that it belongs to it (together), or that it does not
create table problem.remembered (
    site     bigint      not null,
    service  bigint      not null,
    metric   text        not null,
    vo       text        not null,
    cause    text        not null,
    together boolean     not null,
    problem  bigint      not null,
    who      text        not null,
    at       timestamptz not null,
    reason   text        not null,
    primary key (service, metric, vo, cause)
);
create index remembered_by_site on problem.remembered (site);

-- which checks raise problems, where an NGI ('ngi:NGI_FRANCE') or a site ('site:12') has said so
create table problem.watch (
    scope  text        primary key,
    watch  text        not null,
    who    text        not null,
    at     timestamptz not null,
    reason text        not null
);
