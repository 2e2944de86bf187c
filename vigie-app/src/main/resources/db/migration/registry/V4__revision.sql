-- The deeds of the journal that changed an entry. The newest is the version that a form shows and a save names.
create table registry.revision (
    kind  text   not null,
    entry bigint not null,
    deed  bigint not null,
    primary key (kind, entry, deed)
);
