-- one ticket bound to another. MASTER: ticket is the slave and follows other, as one that was merged into it does;
-- PARENT: ticket is the child, and other waits for it. was: the state of the slave, or the parent, before; ended: undone
create table ticket.bond (
    id     bigint generated always as identity primary key,
    ticket bigint      not null references ticket.ticket,
    other  bigint      not null references ticket.ticket,
    kind   text        not null check (kind in ('MASTER', 'PARENT')),
    was    text        not null,
    at     timestamptz not null,
    who    text        not null,
    reason text        not null,
    ended  timestamptz,
    check (ticket <> other)
);

create unique index bond_one_of_a_kind on ticket.bond (ticket, kind) where ended is null;
create index bond_by_other on ticket.bond (other, kind) where ended is null;

-- opened: the form by which several were opened at once; empty for one that was opened alone
alter table ticket.ticket add column batch text not null default '';
create index ticket_by_batch on ticket.ticket (batch) where batch <> '';

-- letters whose writer is not verified: they moved nothing, and somebody should read them
create index entry_unverified on ticket.entry (id) where kind = 'MAIL' and not known;
