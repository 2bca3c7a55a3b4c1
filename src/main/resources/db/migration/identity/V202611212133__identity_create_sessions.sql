-- Sessions of the operator's desk, in the layout Spring Session JDBC reads and writes. Public pages have none.
-- First step: nothing existed before.
-- Rolls back by: drop table identity.session_attributes, identity.session;
create table identity.session (
    primary_id char(36) not null constraint session_pk primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index session_by_id on identity.session (session_id);
create index session_by_expiry on identity.session (expiry_time);
create index session_by_principal on identity.session (principal_name);

create table identity.session_attributes (
    session_primary_id char(36) not null references identity.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

grant select, insert, update, delete on identity.session, identity.session_attributes to torokubo_app;
