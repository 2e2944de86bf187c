-- A name is unique among what is there; what has gone keeps its name without being in the way. Checked at the end of
-- the transaction, so that two sites may exchange their names.
alter table registry.site drop constraint site_name_key;
alter table registry.site add constraint site_name_key
    exclude using btree (name with =) where (gone is null) deferrable initially deferred;
alter table registry.service drop constraint service_site_host_type_key;
alter table registry.service add constraint service_site_host_type_key
    exclude using btree (site with =, host with =, type with =) where (gone is null) deferrable initially deferred;
create index site_by_name on registry.site (name);
create index service_by_site on registry.service (site);
drop index registry.site_by_key;
create index site_by_key on registry.site (source, key);
drop index registry.downtime_by_key;
create index downtime_by_key on registry.downtime (source, key);
