create schema if not exists expertise;

-- The words of a text that was folded to plain tokens: the stems of the French and of the English dictionary. A token that
-- either language passes over (the, dans) says nothing. No extension is needed: accents are gone before.
create function expertise.stems(tokens text) returns tsvector language sql immutable as $$
    select coalesce(array_to_tsvector(array_agg(distinct stem)), ''::tsvector)
      from unnest(string_to_array(tokens, ' ')) as token,
           ts_lexize('pg_catalog.french_stem', token) as french,
           ts_lexize('pg_catalog.english_stem', token) as english,
           unnest(french || english) as stem
     where token <> '' and french <> '{}' and english <> '{}'
$$;

-- a cause and a solution, as somebody wrote them down
create table expertise.lesson (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    changed      timestamptz not null,
    -- 0: it comes from no ticket, no problem, no site of the registry
    ticket       bigint      not null default 0,
    problem      bigint      not null default 0,
    site         bigint      not null default 0,
    metric       text        not null default '',
    service_type text        not null default '',
    product      text        not null default '',
    -- the product in lower case, without what people spell differently
    product_key  text        not null default '',
    version      text        not null default '',
    title        text        not null,
    cause        text        not null,
    solution     text        not null,
    -- the number of the person who wrote it down
    writer       bigint      not null,
    withdrawn    timestamptz,
    form_key     text        not null,
    words        tsvector    not null
);
create unique index lesson_once on expertise.lesson (form_key);
create index lesson_words on expertise.lesson using gin (words) where withdrawn is null;
create index lesson_by_metric on expertise.lesson (metric, id desc) where withdrawn is null and metric <> '';
create index lesson_by_product on expertise.lesson (product_key, id desc) where withdrawn is null and product_key <> '';
create index lesson_by_ticket on expertise.lesson (ticket) where ticket <> 0;
create index lesson_by_problem on expertise.lesson (problem) where problem <> 0;

-- in how many lessons each stem stands: what stands everywhere tells little. The empty one counts the lessons.
create table expertise.stem (
    stem    text   primary key,
    lessons bigint not null
);
insert into expertise.stem values ('', 0);

-- how a failing metric is mended
create table expertise.runbook (
    metric        text primary key,
    text          text        not null,
    changed       timestamptz not null,
    -- when somebody last read it through and found it right
    reviewed      timestamptz not null
);

-- whether it was useful, one word a person
create table expertise.vote (
    metric text    not null references expertise.runbook,
    person bigint  not null,
    useful boolean not null,
    primary key (metric, person)
);

-- who said of themselves what they know; nobody else writes here
create table expertise.expert (
    person       bigint primary key,
    about        text        not null,
    products     text[]      not null,
    product_keys text[]      not null,
    -- whether their name may stand beside what they solved
    named        boolean     not null,
    -- whether calls for help may be sent to them
    asked        boolean     not null,
    -- when they last said so; after the time that is set the entry is deleted
    said         timestamptz not null
);
create index expert_by_product on expertise.expert using gin (product_keys);
