create schema if not exists meeting;

-- a title is a key of the messages where it is one of the house's own, otherwise words as they were written
create table meeting.series (
    id    bigint generated always as identity primary key,
    title text   not null
);

-- the points that stand on every agenda of a series; 510 is 5.1, 331 is 3.3 a)
create table meeting.standing_item (
    series bigint not null references meeting.series,
    place  int    not null,
    title  text   not null,
    primary key (series, place)
);

create table meeting.meeting (
    id        bigint generated always as identity primary key,
    series    bigint      not null references meeting.series,
    begins    timestamptz not null,
    state     text        not null default 'PLANNED' check (state in ('PLANNED', 'FROZEN', 'CLOSED')),
    chair     text        not null default '',
    secretary text        not null default '',
    link      text        not null default '',
    frozen    timestamptz,
    closed    timestamptz,
    unique (series, begins)
);

create table meeting.topic (
    id       bigint generated always as identity primary key,
    meeting  bigint      not null references meeting.meeting,
    place    int         not null,
    title    text        not null,
    said     text        not null default '',
    added_by text        not null,
    added    timestamptz not null
);

create index topic_by_meeting on meeting.topic (meeting, place, id);

-- actions outlive the meeting in which they were decided
create table meeting.action (
    id       bigint generated always as identity primary key,
    meeting  bigint      not null references meeting.meeting,
    what     text        not null,
    who      text        not null,
    person   bigint      not null default 0,
    due      date,
    added_by bigint      not null,
    added    timestamptz not null,
    done     timestamptz,
    outcome  text        not null default ''
);

create index action_under_way on meeting.action (due, id) where done is null;

create table meeting.attendance (
    meeting bigint not null references meeting.meeting,
    name    text   not null,
    site    text   not null,
    primary key (meeting, name)
);

-- what the sections of the rooms said when the meeting was frozen, in both languages
create table meeting.frozen_section (
    meeting  bigint not null references meeting.meeting,
    section  text   not null,
    place    int    not null,
    title_fr text   not null,
    title_en text   not null,
    empty_fr text   not null,
    empty_en text   not null,
    primary key (meeting, section)
);

create table meeting.frozen_line (
    meeting  bigint not null,
    section  text   not null,
    position int    not null,
    said_fr  text   not null,
    said_en  text   not null,
    link     text,
    primary key (meeting, section, position),
    foreign key (meeting, section) references meeting.frozen_section
);

with operations as (insert into meeting.series (title) values ('meeting.series.operations') returning id)
insert into meeting.standing_item (series, place, title)
select id, place, title from operations, (values
    (100, 'meeting.item.minutes'),
    (200, 'meeting.item.training'),
    (300, 'meeting.item.egi'),
    (310, 'meeting.item.egi.news'),
    (320, 'meeting.item.egi.middleware'),
    (330, 'meeting.item.egi.meetings'),
    (400, 'meeting.item.internal'),
    (500, 'meeting.item.operations'),
    (510, 'meeting.item.tickets'),
    (520, 'meeting.item.problems'),
    (600, 'meeting.item.vos'),
    (610, 'meeting.item.vos.lhc'),
    (620, 'meeting.item.vos.biomed'),
    (630, 'meeting.item.vos.others'),
    (640, 'meeting.item.projects.lcg'),
    (650, 'meeting.item.projects.others'),
    (700, 'meeting.item.aob'),
    (710, 'meeting.item.conferences'),
    (720, 'meeting.item.next'),
    (730, 'meeting.item.next.board'),
    (740, 'meeting.item.other'),
    (800, 'meeting.item.actions')) as items (place, title);
