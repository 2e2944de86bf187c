-- how long a result says anything, in seconds; 0 for three times as long as the next one takes to come
alter table "check".profile add column lasts int not null default 0 check (lasts between 0 and 2592000);
