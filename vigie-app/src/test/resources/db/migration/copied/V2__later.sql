alter table copied.kinds add column later text not null default 'later';
