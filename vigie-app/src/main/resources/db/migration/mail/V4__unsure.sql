-- under_way: offered to the mail server, and what it said is not known (yet); unsure: how often it was offered again
-- after such a try, so that it may have arrived more than once
alter table mail.letter add column under_way boolean not null default false;
alter table mail.letter add column unsure int not null default 0;
create index letter_unsure on mail.letter (id) where unsure > 0;
