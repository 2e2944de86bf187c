create schema if not exists "check";

-- which checks a service of a type gets, and how often
create table "check".profile (
    id       bigint generated always as identity primary key,
    type     text    not null,
    metric   text    not null,
    command  text    not null,
    every    int     not null check (every between 10 and 604800),
    again    int     not null check (again between 5 and 86400),
    attempts int     not null check (attempts between 1 and 20),
    patience int     not null check (patience between 1 and 600),
    running  boolean not null default true,
    unique (type, metric)
);

-- when each is to run next
create table "check".due (
    service bigint      not null,
    metric  text        not null,
    next    timestamptz not null,
    primary key (service, metric)
);

-- what is sensible for the usual types; ports are used where the registry knows none
insert into "check".profile (type, metric, command, every, again, attempts, patience) values
    ('SRM', 'vigie.tcp', 'tcp $HOST$ $PORT:8443$', 300, 60, 3, 10),
    ('SRM', 'vigie.certificate', 'tls $HOST$ $PORT:8443$ warning=21 critical=7', 14400, 600, 2, 15),
    ('CREAM-CE', 'vigie.tcp', 'tcp $HOST$ $PORT:8443$', 300, 60, 3, 10),
    ('CREAM-CE', 'vigie.certificate', 'tls $HOST$ $PORT:8443$ warning=21 critical=7', 14400, 600, 2, 15),
    ('ARC-CE', 'vigie.tcp', 'tcp $HOST$ $PORT:443$', 300, 60, 3, 10),
    ('ARC-CE', 'vigie.certificate', 'tls $HOST$ $PORT:443$ warning=21 critical=7', 14400, 600, 2, 15),
    ('org.nordugrid.arex', 'vigie.tcp', 'tcp $HOST$ $PORT:443$', 300, 60, 3, 10),
    ('HTCondorCE', 'vigie.tcp', 'tcp $HOST$ $PORT:9619$', 300, 60, 3, 10),
    ('org.opensciencegrid.htcondorce', 'vigie.tcp', 'tcp $HOST$ $PORT:9619$', 300, 60, 3, 10),
    ('XRootD', 'vigie.tcp', 'tcp $HOST$ $PORT:1094$', 300, 60, 3, 10),
    ('globus-GRIDFTP', 'vigie.tcp', 'tcp $HOST$ $PORT:2811$', 300, 60, 3, 10),
    ('Site-BDII', 'vigie.ldap', 'ldap $HOST$ $PORT:2170$ base=o=grid', 300, 60, 3, 15),
    ('Top-BDII', 'vigie.ldap', 'ldap $HOST$ $PORT:2170$ base=o=grid', 300, 60, 3, 15),
    ('webdav', 'vigie.http', 'http $URL$ expect=200-403', 300, 60, 3, 15),
    ('webdav', 'vigie.certificate', 'tls $HOST$ $PORT:443$ warning=21 critical=7', 14400, 600, 2, 15),
    ('org.openstack.nova', 'vigie.http', 'http $URL$ expect=200-401', 300, 60, 3, 15),
    ('org.openstack.nova', 'vigie.certificate', 'tls $HOST$ $PORT:443$ warning=21 critical=7', 14400, 600, 2, 15),
    ('eu.egi.cloud.vm-management.openstack', 'vigie.http', 'http $URL$ expect=200-401', 300, 60, 3, 15),
    ('VOMS', 'vigie.tcp', 'tcp $HOST$ $PORT:8443$', 300, 60, 3, 10),
    ('VOMS', 'vigie.certificate', 'tls $HOST$ $PORT:8443$ warning=21 critical=7', 14400, 600, 2, 15),
    ('FTS', 'vigie.tcp', 'tcp $HOST$ $PORT:8446$', 300, 60, 3, 10),
    ('MyProxy', 'vigie.tcp', 'tcp $HOST$ $PORT:7512$', 300, 60, 3, 10),
    ('gLite-APEL', 'vigie.tcp', 'tcp $HOST$ $PORT:22$', 3600, 300, 3, 10),
    ('APEL', 'vigie.tcp', 'tcp $HOST$ $PORT:22$', 3600, 300, 3, 10);

-- the accounting client has no port that others may reach everywhere: shown, and left to whoever switches it on
update "check".profile set running = false where type in ('gLite-APEL', 'APEL');
