-- Extension properties of one address of a service, each as word=value.
alter table registry.endpoint add column properties text[] not null default '{}';
