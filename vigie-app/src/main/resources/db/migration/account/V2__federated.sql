-- who comes through an OpenID Connect issuer: issuer and subject never change, names and addresses do
create table account.federated (
    issuer  text   not null,
    subject text   not null,
    person  bigint not null,
    primary key (issuer, subject)
);

create index federated_by_person on account.federated (person);
