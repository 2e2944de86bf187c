-- a call that was made here, with what Vigie knew of the case
create table help.asked (
    id         bigint generated always as identity primary key,
    -- the conversation that it began
    thread     bigint      not null,
    at         timestamptz not null,
    person     bigint      not null,
    site       bigint      not null,
    -- what it is about; 0 for none
    problem    bigint      not null,
    service    bigint      not null,
    way        text        not null check (way in ('LIST', 'TICKET', 'EXPERT')),
    -- the ticket that was opened, or the person who was asked; 0 for none
    goal       bigint      not null,
    -- what the house drew, before the person changed it
    drawn      text        not null,
    form_key   text        not null unique
);
create index asked_by_thread on help.asked (thread);
create index asked_by_problem on help.asked (problem) where problem <> 0;
