-- The public part of statements: which one stands for a service on a day as known at an entry, and what it says.
-- Undo: drop table register.statement_base, register.public_statement; alter table register.service_version drop column statement, drop column stated_on;
alter table register.service_version add column statement text, add column stated_on date;
comment on column register.service_version.statement is 'Version hash of the statement whose public part stands; null where none has been stated.';
comment on column register.service_version.stated_on is 'Day from which it stands.';
create index version_with_statement on register.service_version (register, statement) where statement is not null;

create table register.public_statement (
    register text not null,
    version  text not null,
    body     text not null,
    primary key (register, version)
);
comment on table register.public_statement is 'The public part of every statement that was ever stated, by its version hash, which fixes every row of it.';
comment on column register.public_statement.body is 'The file anybody may fetch and recompute the hash from, as JSON in canonical form.';

create table register.statement_base (
    register   text not null,
    version    text not null,
    service_id uuid not null,
    primary key (register, version, service_id)
);
comment on table register.statement_base is 'The registered services a statement rests on; what it pins of them stands in its body.';
create index statement_base_of_service on register.statement_base (service_id, version);

grant select, insert on register.public_statement, register.statement_base to torokubo_app;
grant select on register.public_statement, register.statement_base to torokubo_public;
