create schema if not exists journal;

create table journal.deed (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    person  bigint      not null,
    who     text        not null,
    subject text        not null,
    deed    text        not null,
    before  text        not null,
    after   text        not null,
    reason  text        not null
);

create index deed_by_subject on journal.deed (subject, id desc);

-- written once, never changed
create function journal.never_changed() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is never changed';
end
$$;

create trigger never_changed before update or delete on journal.deed
    for each row execute function journal.never_changed();
