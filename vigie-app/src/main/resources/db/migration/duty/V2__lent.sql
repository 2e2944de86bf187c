-- lends: whether the team may handle problems and tickets there; begun: whether it does now
alter table duty.delegation
    add column lends boolean not null default false,
    add column begun boolean not null default false;

-- the roles that an agreement lent, to be taken back with it
create table duty.lent (
    delegation bigint not null,
    person     bigint not null,
    primary key (delegation, person)
);
