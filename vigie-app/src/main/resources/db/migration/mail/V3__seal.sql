-- what the sealed addresses of answers are made with: made once, kept with everything else
create table mail.secret (
    only_one boolean primary key default true check (only_one),
    value    bytea   not null
);

-- proof: how a letter shows that its writer got one of ours: SEAL, ANSWER, or NONE
alter table mail.incoming add column proof text not null default 'NONE';
create index incoming_by_time on mail.incoming (thread, received) where thread <> '';
