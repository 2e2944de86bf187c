create schema if not exists demo;

-- where the clock of the demonstration stands, and how far its past has been replayed
create table demo.clock (
    one    boolean primary key default true check (one),
    now    timestamptz not null,
    played boolean     not null
);

-- the machines keep their ports, so that the registry stays true after a restart
create table demo.machine (
    host    text    not null,
    type    text    not null,
    port    integer not null,
    running boolean not null,
    primary key (host, type)
);
