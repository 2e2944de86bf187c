-- the last 21 statuses of a metric, three bits each (all ones: nothing known), and whether it swings to and fro
alter table monitor.state add column recent bigint not null default 9223372036854775807;
alter table monitor.state add column flaps boolean not null default false;

-- neighbours are rewritten together: there must be room for all of a page's lines a second time
alter table monitor.state set (fillfactor = 45);
