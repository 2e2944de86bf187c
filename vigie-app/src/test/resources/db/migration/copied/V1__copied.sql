-- A room that only the tests of backup and restore know: every kind of column, table and trap.
create schema if not exists copied;

create table copied.kinds (
    id      bigint generated always as identity primary key,
    words   text,
    "Odd Name" text not null default 'x',
    at      timestamptz,
    day     date,
    span    tstzrange,
    bytes   bytea,
    many    text[],
    tree    jsonb,
    share   double precision,
    money   numeric(20, 6),
    code    uuid,
    lasts   interval,
    twice   bigint generated always as (id * 2) stored
);

create table copied.hen (id bigint primary key, egg bigint not null);
create table copied.egg (id bigint primary key, hen bigint not null references copied.hen deferrable initially deferred);
alter table copied.hen add constraint hen_from_egg foreign key (egg) references copied.egg deferrable initially deferred;

create table copied.part (at timestamptz not null, word text not null, primary key (at, word)) partition by range (at);
create table copied.part_default partition of copied.part default;

create table copied.seeded (word text primary key);
insert into copied.seeded values ('from the migration');

create sequence copied.counter start 100 increment 5;

create function copied.shout() returns trigger language plpgsql as $$
begin
    new.word := upper(new.word);
    return new;
end
$$;
create table copied.loud (word text primary key);
create trigger louder before insert on copied.loud for each row execute function copied.shout();
