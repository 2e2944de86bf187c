-- step: who is asked now (PROC01). step_term is how long it may take, from step_from on; step_due is when those on duty
-- look again, and step_moved says what moved it away from there, such as "downtime:12". ripe: that time has come.
alter table ticket.ticket add column step text not null default 'SITE_FIRST';
alter table ticket.ticket add column step_from timestamptz;
alter table ticket.ticket add column step_term text not null default '';
alter table ticket.ticket add column step_due timestamptz;
alter table ticket.ticket add column step_moved text not null default '';
alter table ticket.ticket add column ripe boolean not null default false;
create index ticket_step on ticket.ticket (step_due) where step_due is not null and not ripe;

-- reminders: how many were sent since it waits for a reply; last_human: when a person last said or did something
alter table ticket.ticket add column reminders int not null default 0;
alter table ticket.ticket add column last_human timestamptz not null default now();
update ticket.ticket set last_human = last_progress;

-- who was asked when, and until when: what an escalation tells of the past
create table ticket.step_taken (
    ticket bigint      not null references ticket.ticket,
    step   text        not null,
    at     timestamptz not null,
    due    timestamptz not null,
    who    text        not null,
    primary key (ticket, step, at)
);
