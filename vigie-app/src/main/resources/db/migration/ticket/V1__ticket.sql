create schema if not exists ticket;

-- problem 0: none; form_key: the form by which it was opened, so that a form sent twice opens one ticket
create table ticket.ticket (
    id             bigint generated always as identity primary key,
    site           bigint      not null,
    subject        text        not null check (length(subject) between 1 and 250),
    state          text        not null,
    priority       text        not null,
    problem        bigint      not null default 0,
    language       text        not null,
    raised_by_site boolean     not null default false,
    opened         timestamptz not null,
    opened_by      text        not null,
    response_due   timestamptz not null,
    response_rule  text        not null,
    answered       timestamptz,
    last_progress  timestamptz not null,
    last_actor     text        not null,
    reminder       timestamptz,
    recovered      timestamptz,
    solved         timestamptz,
    closes         timestamptz,
    solution       text        not null default '',
    form_key       text        not null unique
);

create unique index ticket_one_per_problem on ticket.ticket (problem)
    where problem <> 0 and state not in ('UNSOLVED', 'VERIFIED', 'CLOSED');
create index ticket_by_site on ticket.ticket (site, id desc);
create index ticket_by_state on ticket.ticket (state, last_progress);
create index ticket_closing on ticket.ticket (closes) where closes is not null;

-- what was said in a ticket, and what became of it; letter: number of the letter that brought it, 0 where none did
create table ticket.entry (
    id       bigint generated always as identity primary key,
    ticket   bigint      not null references ticket.ticket,
    at       timestamptz not null,
    kind     text        not null,
    person   bigint      not null default 0,
    author   text        not null,
    known    boolean     not null default true,
    body     text        not null,
    letter   bigint      not null default 0,
    form_key text        unique
);

create index entry_by_ticket on ticket.entry (ticket, id);
create unique index entry_by_letter on ticket.entry (letter) where letter <> 0;

-- problems for which a ticket is due, until one is opened or the problem ends
create table ticket.due (
    problem bigint      primary key,
    site    bigint      not null,
    since   timestamptz not null,
    done    timestamptz,
    ticket  bigint      not null default 0
);

-- how an NGI ('ngi:NGI_FRANCE') or a site ('site:12') wants it; null: as the NGI, or as by default
create table ticket.policy (
    scope           text    primary key,
    opens_by_itself boolean,
    language        text check (language in ('fr', 'en'))
);
