create schema if not exists help;

-- a conversation on the list; a call when its first mail asks for help
create table help.thread (
    id              bigint generated always as identity primary key,
    subject         text        not null,
    -- the subject without "Re:" and "[list]", in lower case: how an answer without references finds its thread
    subject_key     text        not null,
    asked           timestamptz not null,
    last            timestamptz not null,
    mails           integer     not null default 1,
    call            boolean     not null,
    call_why        text        not null default '',
    call_by_hand    boolean     not null default false,
    site            bigint      not null default 0,
    site_why        text        not null default '',
    site_by_hand    boolean     not null default false,
    asker           text        not null default '',
    asker_name      text        not null default '',
    answered        timestamptz,
    answerer        text        not null default '',
    answerer_name   text        not null default '',
    -- null: nobody can tell
    other_house     boolean,
    answer_by_hand  boolean     not null default false,
    -- office hours from question to first answer, in seconds
    answer_seconds  bigint,
    state           text        not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    closed          timestamptz,
    closed_by       text        not null default '',
    closed_why      text        not null default '',
    due             timestamptz not null,
    climbed         timestamptz,
    -- read so long after it was due that nobody is called any more
    quiet           boolean     not null default false,
    seen            timestamptz not null,
    forgotten       timestamptz
);
create index thread_by_subject on help.thread (subject_key, last desc);
create index thread_calls on help.thread (state, asked desc) where call;
create index thread_climbs on help.thread (due)
    where call and state = 'OPEN' and climbed is null and not quiet;
create index thread_by_site on help.thread (site, asked desc) where call;
create index thread_by_last on help.thread (last) where forgotten is null;

create table help.mail (
    id          bigint generated always as identity primary key,
    message_id  text        not null unique,
    thread      bigint      not null references help.thread,
    at          timestamptz not null,
    sender      text        not null,
    sender_name text        not null,
    subject     text        not null,
    body        text        not null,
    -- written by a machine: it answers nobody
    automatic   boolean     not null,
    -- the Message-ID under which the house passed it on to the list; empty where it did not
    passed_on   text        not null default ''
);
create index mail_by_thread on help.mail (thread, at, id);
create index mail_passed_on on help.mail (passed_on) where passed_on <> '';

-- every Message-ID that a thread bears or refers to: an answer may come in before its question
create table help.reference (
    message_id text   primary key,
    thread     bigint not null references help.thread
);
create index reference_by_thread on help.reference (thread);

-- how far the list's mailbox was read
create table help.mailbox (
    name     text   primary key,
    validity bigint not null,
    uid      bigint not null
);

-- each archive that was handed in, and what became of its mails
create table help.run (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    who     text        not null,
    name    text        not null,
    mails   integer     not null default 0,
    taken   integer     not null default 0,
    known   integer     not null default 0,
    too_old integer     not null default 0,
    refused integer     not null default 0,
    done    boolean     not null default false
);

-- run 0: not from an archive but from the list's mailbox
create table help.refused (
    run        bigint      not null,
    position   integer     not null,
    at         timestamptz not null,
    byte_from  bigint      not null,
    bytes      bigint      not null,
    reason     text        not null,
    raw        bytea       not null,
    primary key (run, position)
);
