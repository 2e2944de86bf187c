-- the words of the helpdesk (GGUS)
update ticket.ticket set state = 'WAITING_FOR_REPLY' where state = 'WAITING';

-- quality: how soon the site promised to answer when the ticket was opened; clock_from: since when it has stood without
-- a step, from which its pressure is reckoned
alter table ticket.ticket add column quality text not null default 'MEDIUM';
alter table ticket.ticket add column clock_from timestamptz not null default now();
update ticket.ticket set clock_from = coalesce(answered, opened);
alter table ticket.policy add column quality text check (quality in ('BASE', 'MEDIUM', 'ADVANCED'));
alter table ticket.policy add column country text;

-- files handed in with a ticket; sha256 in hexadecimal, of the content as it came
create table ticket.attachment (
    id      bigint generated always as identity primary key,
    ticket  bigint      not null references ticket.ticket,
    at      timestamptz not null,
    author  text        not null,
    name    text        not null check (length(name) between 1 and 200),
    type    text        not null,
    size    bigint      not null,
    sha256  text        not null,
    content bytea       not null,
    unique (ticket, sha256, name)
);

-- persons who get the public letters of a ticket because they asked for them
create table ticket.watcher (
    ticket bigint      not null references ticket.ticket,
    person bigint      not null,
    since  timestamptz not null,
    primary key (ticket, person)
);

-- other sites that see the same, and what they see
create table ticket.me_too (
    ticket   bigint      not null references ticket.ticket,
    site     bigint      not null,
    at       timestamptz not null,
    author   text        not null,
    evidence text        not null,
    primary key (ticket, site)
);
