create schema if not exists account;

create table account.password (
    person bigint      primary key,
    hash   text        not null,
    set_at timestamptz not null
);

-- API tokens: only a hash is kept; a token shows its first eight letters so that one knows which it is
create table account.token (
    id      bigint generated always as identity primary key,
    person  bigint      not null,
    label   text        not null,
    starts  text        not null,
    hash    text        not null unique,
    rights  text        not null,
    made    timestamptz not null,
    expires timestamptz not null,
    used    timestamptz
);

create index token_by_person on account.token (person);
