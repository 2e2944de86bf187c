-- theirs: the ticket was opened elsewhere and joined, so that ours is withheld; acknowledged: until when the problem was
-- acknowledged before, for the day on which that is undone
alter table problem.followed add column theirs boolean not null default false;
alter table problem.followed add column acknowledged timestamptz;

-- returned_from: the ticket whose end brought the problem back on top; 0 where something else did
alter table problem.problem add column returned_from bigint not null default 0;
