-- In which language letters to the person are written; empty: as letters to addresses of many are.
alter table people.person add column language text not null default '' check (language in ('', 'fr', 'en'));
