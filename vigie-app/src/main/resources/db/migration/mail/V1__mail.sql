create schema if not exists mail;

-- letters that leave: written in the transaction of their cause, sent afterwards
create table mail.letter (
    id         bigint generated always as identity primary key,
    message_id text        not null unique,
    written    timestamptz not null,
    recipients text        not null,
    subject    text        not null,
    body       text        not null,
    thread     text        not null,
    sent       timestamptz,
    tries      int         not null default 0,
    next_try   timestamptz,
    trouble    text        not null default ''
);

create index letter_unsent on mail.letter (id) where sent is null;
create index letter_by_thread on mail.letter (thread, id);

-- letters that came in, each once by its Message-ID
create table mail.incoming (
    id         bigint generated always as identity primary key,
    message_id text        not null unique,
    arrived    timestamptz not null,
    sender     text        not null,
    subject    text        not null,
    body       text        not null,
    thread     text        not null,
    fate       text        not null
);
