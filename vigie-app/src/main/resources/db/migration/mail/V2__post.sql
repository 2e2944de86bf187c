-- answers, refers: In-Reply-To and References (RFC 5322), fixed when the letter is written so that a repeat bears them
-- too; next_try is true time, the other moments are the time of the house
alter table mail.letter add column answers text not null default '';
alter table mail.letter add column refers text not null default '';
alter table mail.letter add column given_up timestamptz;
drop index mail.letter_unsent;
create index letter_unsent on mail.letter (next_try) where sent is null and given_up is null;

-- received is true time; raw is the letter as it came, at most as long as is kept
alter table mail.incoming add column received timestamptz not null default now();
alter table mail.incoming add column raw bytea;
create index incoming_by_thread on mail.incoming (thread, id) where thread <> '';
create index incoming_by_sender on mail.incoming (sender, received);

-- how far a mailbox has been read (RFC 3501 UIDVALIDITY and UID)
create table mail.mailbox (
    name     text   primary key,
    validity bigint not null,
    uid      bigint not null
);
