-- how often a password has been changed: a session that began under an earlier one has ended
alter table account.password add column changes integer not null default 0;
