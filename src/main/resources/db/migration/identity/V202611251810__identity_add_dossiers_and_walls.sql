-- Dossiers, who is assigned to them, and the walls: each row of a walled table is seen by those only who may know of it.
--
-- The settings are the contract with every module. A transaction that is to see anything behind a wall begins with identity.act_as or
-- identity.act_as_program; whoever forgets it sees nothing. A walled table of another module has the policy
--     (select current_setting('torokubo.program', true) = 'yes')
--     or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}'))
-- (coalesce makes an array of the sub-select, so that the setting is read once for a query and not once for a row).
-- The owner of the database is held to it as well; a migration or a backup says  set torokubo.program = 'yes'.
-- First step: nothing existed before. Rolls back by: drop table identity.assignment, identity.dossier; drop the functions and policies.
create table identity.dossier (
    id uuid primary key,
    organisation uuid not null references identity.organisation,
    title text not null,
    opened_at timestamptz not null,
    opened_by uuid not null,
    closed_at timestamptz
);
comment on table identity.dossier is '一件書類: everything of one matter of a provider; what hangs on it is seen by those assigned to it only';
create index dossier_of_organisation on identity.dossier (organisation);

create table identity.assignment (
    id uuid primary key,
    dossier uuid not null references identity.dossier,
    person uuid not null references identity.person,
    organisation uuid not null references identity.organisation,
    part text not null,
    may_assign boolean not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    assigned_by uuid not null,
    ended_by uuid,
    check (ends_at is null or ends_at >= starts_at)
);
create index assignment_of_person on identity.assignment (person, organisation);
create index assignment_of_dossier on identity.assignment (dossier);
grant select, insert, update on identity.dossier, identity.assignment to torokubo_app;

-- the program itself, for work of its own that it does by name
create function identity.act_as_program() returns void language sql as $$
    select set_config('torokubo.program', 'yes', true);
    select;
$$;

-- a person in one of his roles; assigned: the one whose assignments count, which is another where he stands in for somebody;
-- dossier: the one it is about, where it is about one: then nothing else is within reach, and less has to be compared
create function identity.act_as(person uuid, organisation uuid, role text, assigned uuid, at timestamptz, dossier uuid)
returns void language sql as $$
    select set_config('torokubo.program', '', true), set_config('torokubo.person', $1::text, true),
        set_config('torokubo.organisation', $2::text, true), set_config('torokubo.role', $3, true),
        set_config('torokubo.assigned', $4::text, true), set_config('torokubo.dossiers', '', true);
    select set_config('torokubo.dossiers', coalesce(array_agg(known.dossier), '{}')::text, true) from (
        select a.dossier from identity.assignment a
        where a.person = $4 and a.organisation = $2 and a.starts_at <= $5 and (a.ends_at is null or a.ends_at > $5)
        union
        select d.id from identity.dossier d where $3 = 'PROVIDER_MANAGER' and d.organisation = $2) known
    where $6 is null or known.dossier = $6;
    select;
$$;
revoke all on function identity.act_as_program(), identity.act_as(uuid, uuid, text, uuid, timestamptz, uuid) from public;
grant execute on function identity.act_as_program(), identity.act_as(uuid, uuid, text, uuid, timestamptz, uuid) to torokubo_app;

alter table identity.dossier enable row level security;
alter table identity.dossier force row level security;
create policy walls on identity.dossier using (
    (select current_setting('torokubo.program', true) = 'yes')
    or id = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}'))
    or (organisation = (select nullif(current_setting('torokubo.organisation', true), '')::uuid)
        and (select current_setting('torokubo.role', true) = 'PROVIDER_MANAGER')));

-- one's own are seen before it is known which dossiers they open
alter table identity.assignment enable row level security;
alter table identity.assignment force row level security;
create policy walls on identity.assignment using (
    (select current_setting('torokubo.program', true) = 'yes')
    or (person = (select nullif(current_setting('torokubo.assigned', true), '')::uuid)
        and organisation = (select nullif(current_setting('torokubo.organisation', true), '')::uuid))
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')));

-- operators keep the organisations; others know their own and those they meet in a dossier
alter table identity.organisation enable row level security;
alter table identity.organisation force row level security;
create policy walls on identity.organisation using (
    (select current_setting('torokubo.program', true) = 'yes')
    or (select current_setting('torokubo.role', true) = 'OPERATOR')
    or id = (select nullif(current_setting('torokubo.organisation', true), '')::uuid)
    or id in (select r.organisation from identity.role r
              where r.person = (select nullif(current_setting('torokubo.person', true), '')::uuid) and r.ends_at is null)
    or id in (select d.organisation from identity.dossier d
              where d.id = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')))
    or id in (select a.organisation from identity.assignment a
              where a.dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}'))));

alter table identity.organisation_name enable row level security;
alter table identity.organisation_name force row level security;
create policy walls on identity.organisation_name using (exists (select from identity.organisation o where o.id = organisation));

-- a relation is for him who declared it and for operators; whether he may act, the program asks
alter table identity.relation enable row level security;
alter table identity.relation force row level security;
create policy walls on identity.relation using (
    (select current_setting('torokubo.program', true) = 'yes')
    or (select current_setting('torokubo.role', true) = 'OPERATOR')
    or person = (select nullif(current_setting('torokubo.person', true), '')::uuid));
