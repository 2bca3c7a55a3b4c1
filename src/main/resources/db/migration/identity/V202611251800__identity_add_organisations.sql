-- Organisations with their names by date, roles held in them, deputies, and the relations that keep somebody from acting.
-- Expand step: what was written before goes on to mean the same; a role without an organisation is one of the operator's.
-- Rolls back by: drop the five tables; alter table identity.role drop column organisation; alter table identity.link drop column role,
-- drop column organisation; add the old check to identity.role again.
create table identity.organisation (
    id uuid primary key,
    kind text not null,
    corporate_number text check (corporate_number ~ '^[1-9][0-9]{12}$'),
    registered_at timestamptz not null,
    registered_by uuid not null
);
comment on column identity.organisation.corporate_number is '法人番号, 13 digits; null where the body has none or it is not known';
create unique index organisation_by_number on identity.organisation (kind, corporate_number) where corporate_number is not null;

create table identity.organisation_name (
    id uuid primary key,
    organisation uuid not null references identity.organisation,
    name_ja text not null,
    name_en text,
    valid_from date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    unique nulls not distinct (organisation, valid_from)
);
comment on column identity.organisation_name.valid_from is 'Japanese civil day; null: since before anything is known';

-- who runs this register; its name is for the operators to set
insert into identity.organisation (id, kind, registered_at, registered_by)
values ('00000000-0000-7000-8000-000000000001', 'OPERATOR', '2026-11-25T00:00:00Z', '00000000-0000-0000-0000-000000000000');
insert into identity.organisation_name (id, organisation, name_ja, name_en, recorded_at, recorded_by)
values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', '登録簿の運用者', 'Operator of the register',
        '2026-11-25T00:00:00Z', '00000000-0000-0000-0000-000000000000');

alter table identity.role drop constraint role_role_check;
alter table identity.role
    add column organisation uuid not null default '00000000-0000-7000-8000-000000000001' references identity.organisation;
drop index identity.role_held_once;
create unique index role_held_once on identity.role (person, role, organisation) where ends_at is null;
create index role_of_organisation on identity.role (organisation) where ends_at is null;

alter table identity.link add column role text;
alter table identity.link add column organisation uuid references identity.organisation;
comment on column identity.link.role is 'what the holder of an invitation becomes; null for the operators'' own links';

-- somebody who acts in the name of another for a time
create table identity.deputy (
    id uuid primary key,
    role uuid not null references identity.role,
    deputy uuid not null references identity.person,
    starts_at timestamptz not null,
    ends_at timestamptz,
    appointed_by uuid not null,
    appointed_at timestamptz not null,
    ended_by uuid,
    check (ends_at is null or ends_at >= starts_at)
);
create index deputy_of_person on identity.deputy (deputy);
create index deputy_of_role on identity.deputy (role);

-- what ties a person to an organisation, as he has declared it; never deleted, so that it can be asked for any past moment
create table identity.relation (
    id uuid primary key,
    person uuid not null references identity.person,
    kind text not null,
    name text not null,
    name_key text not null,
    corporate_number text check (corporate_number ~ '^[1-9][0-9]{12}$'),
    since date,
    until date,
    declared_at timestamptz not null,
    check (since is null or until is null or until >= since)
);
create index relation_of_person on identity.relation (person);

alter table identity.proposal add column in_the_name_of uuid;
comment on column identity.proposal.in_the_name_of is 'whose deputy proposed it: he is no second person either';

grant select, insert on identity.organisation, identity.organisation_name to torokubo_app;
grant select, insert, update on identity.deputy, identity.relation to torokubo_app;
