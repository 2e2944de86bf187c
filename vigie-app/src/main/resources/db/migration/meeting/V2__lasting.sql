-- how many reminders of an action have left: one before its day, one after it
alter table meeting.action add column reminders int not null default 0;

-- documents and pages that belong to a point of an agenda
create table meeting.link (
    id       bigint generated always as identity primary key,
    meeting  bigint      not null references meeting.meeting,
    place    int         not null,
    title    text        not null,
    url      text        not null,
    added_by text        not null,
    added    timestamptz not null
);
create index link_by_meeting on meeting.link (meeting, place, id);

-- the standing points as they were when the meeting was frozen
create table meeting.frozen_item (
    meeting bigint not null references meeting.meeting,
    place   int    not null,
    title   text   not null,
    primary key (meeting, place)
);
