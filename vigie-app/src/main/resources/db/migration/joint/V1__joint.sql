create schema if not exists joint;

-- something that a person wrote of a failure, held against one problem. kind and number: a ticket, or a call of the list;
-- reason, word, both_say, after_seconds: why it is thought so (vigie.match.Match), BY_HAND where a person thought so;
-- follows: the ticket follows the problem, so that ours is withheld
create table joint.joint (
    id            bigint generated always as identity primary key,
    kind          text        not null check (kind in ('TICKET', 'CALL')),
    number        bigint      not null,
    problem       bigint      not null,
    site          bigint      not null,
    state         text        not null check (state in ('PROPOSED', 'JOINED', 'REFUSED', 'UNDONE', 'OVER')),
    reason        text        not null,
    word          text        not null default '',
    both_say      text        not null default '',
    after_seconds bigint      not null default 0,
    follows       boolean     not null default false,
    proposed      timestamptz not null,
    decided       timestamptz,
    who           text        not null default '',
    why           text        not null default '',
    unique (kind, number, problem)
);
create unique index joint_one_problem on joint.joint (kind, number) where state = 'JOINED';
create index joint_by_problem on joint.joint (problem);
create index joint_by_state on joint.joint (state, proposed desc);

-- whether what is certain is joined by itself, where an NGI has said so
create table joint.policy (
    ngi       text        primary key,
    by_itself boolean     not null,
    who       text        not null,
    at        timestamptz not null,
    reason    text        not null
);
