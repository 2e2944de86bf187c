-- the check swings to and fro: one alarm, which stays until that is over
alter table alarm.alarm add column flapping boolean not null default false;
