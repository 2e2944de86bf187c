create schema if not exists duty;

-- who is on duty for an NGI (empty: for all), from one moment to another; stand_in 0: nobody
create table duty.turn (
    id       bigint generated always as identity primary key,
    ngi      text        not null,
    person   bigint      not null,
    stand_in bigint      not null default 0,
    begins   timestamptz not null,
    ends     timestamptz not null,
    made_by  text        not null,
    sequence int         not null default 0,
    gone     boolean     not null default false,
    check (begins < ends)
);
create index turn_by_end on duty.turn (ends);

-- nobody is on duty for an NGI (empty: for all) or for one site (0: none in particular): who hears instead
create table duty.pause (
    id      bigint generated always as identity primary key,
    ngi     text        not null,
    site    bigint      not null,
    begins  timestamptz not null,
    ends    timestamptz not null,
    instead text        not null check (instead in ('SITE', 'LIST', 'ADDRESS')),
    address text        not null,
    reason  text        not null check (reason <> ''),
    who     text        not null,
    check (begins < ends)
);

-- the team of one site watches another, by agreement
create table duty.delegation (
    id      bigint generated always as identity primary key,
    watched bigint      not null,
    watcher bigint      not null,
    begins  timestamptz not null,
    ends    timestamptz not null,
    limits  text        not null,
    agreed  text        not null,
    who     text        not null,
    check (begins < ends),
    check (watched <> watcher)
);

-- whoever knows the word in the address reads the calendar; only its digest is kept
create table duty.feed (
    person bigint      primary key,
    digest text        not null unique,
    made   timestamptz not null
);

-- that somebody looked through everything: at least twice a day (EGI)
create table duty.round (
    id     bigint generated always as identity primary key,
    at     timestamptz not null,
    person bigint      not null,
    who    text        not null,
    note   text        not null
);
create index round_by_time on duty.round (at);

-- the notepad: what somebody wants to remember before there is a ticket
create table duty.jotting (
    id   bigint generated always as identity primary key,
    at   timestamptz not null,
    who  text        not null,
    site bigint      not null,
    text text        not null,
    done timestamptz
);

-- what one hands over to the next; receiver 0: whoever comes
create table duty.handover (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    giver       bigint      not null,
    giver_name  text        not null,
    receiver    bigint      not null,
    text        text        not null,
    accepted    timestamptz,
    accepted_by text        not null default ''
);

-- problems of which those on duty, or who hears instead, are still to be told; told together, a few minutes later
create table duty.to_tell (
    problem bigint      not null,
    kind    text        not null,
    since   timestamptz not null,
    primary key (problem, kind)
);
create index to_tell_by_time on duty.to_tell (since);
