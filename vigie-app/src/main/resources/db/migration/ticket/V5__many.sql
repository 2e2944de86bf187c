-- a million tickets are listed as fast as a hundred: the open ones by themselves, and each by its problem and its words.
-- A word is a run of letters and digits, so that a part of the name of a host is found.
create index ticket_open on ticket.ticket (id)
    where state in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_REPLY', 'ON_HOLD', 'REOPENED');
create index ticket_by_problem on ticket.ticket (problem) where problem <> 0;
create index ticket_words on ticket.ticket
    using gin (to_tsvector('simple', regexp_replace(lower(subject), '[^[:alnum:]]+', ' ', 'g')));
