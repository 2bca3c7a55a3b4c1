-- What waits for whom. Nothing that somebody has written stands in these rows: kinds, keys of words, ids and addresses of pages.
-- First step: nothing existed before.
-- Rolls back by: drop table desk.message, desk.task;
revoke all on schema desk from public;
grant usage on schema desk to torokubo_app;

create table desk.task (
    id uuid primary key,
    kind text not null check (kind ~ '^[a-z]+[.][a-z0-9-]+$'),
    subject_key text not null check (subject_key ~ '^[a-z]+([.][a-z0-9-]+)+$'),
    subject_ids text not null check (subject_ids ~ '^[A-Za-z0-9._ -]*$'),
    href text not null check (href ~ '^/[A-Za-z0-9]'),
    organisation uuid not null,
    for_person uuid,
    for_role text,
    dossier uuid,
    due_on date,
    asked_by uuid not null,
    asked_at timestamptz not null,
    state text not null check (state in ('open', 'done', 'withdrawn')),
    ended_by uuid,
    ended_at timestamptz,
    check ((for_person is null) <> (for_role is null)),
    check ((state = 'open') = (ended_by is null)),
    check ((state = 'open') = (ended_at is null))
);
comment on column desk.task.due_on is 'last day in Tokyo on which it is done in time; null: no day is set';
comment on column desk.task.dossier is 'null: belongs to none; otherwise those it is for see it only while the dossier is open to them';
create index task_of_person on desk.task (organisation, for_person) where state = 'open';
create index task_of_role on desk.task (organisation, for_role) where state = 'open';
create index task_about on desk.task (kind, subject_key, subject_ids) where state = 'open';

create table desk.message (
    id uuid primary key,
    person uuid not null,
    dossier uuid,
    kind text not null check (kind ~ '^[a-z]+[.][a-z0-9-]+$'),
    subject_key text not null check (subject_key ~ '^[a-z]+([.][a-z0-9-]+)+$'),
    subject_ids text not null check (subject_ids ~ '^[A-Za-z0-9._ -]*$'),
    href text not null check (href ~ '^/[A-Za-z0-9]'),
    told_by uuid not null,
    told_at timestamptz not null,
    read_at timestamptz
);
create index message_of_person on desk.message (person, told_at desc, id desc);
create index message_unread on desk.message (person, told_at desc, id desc) where read_at is null;

grant select, insert, update on desk.task, desk.message to torokubo_app;

-- Rows are written by the program (Desk), and read by those they are for: in the role, for the organisation, inside the dossier.
alter table desk.task enable row level security;
alter table desk.task force row level security;
create policy walls on desk.task using (
    (select current_setting('torokubo.program', true) = 'yes')
    or (organisation = (select nullif(current_setting('torokubo.organisation', true), '')::uuid)
        and (for_person = (select nullif(current_setting('torokubo.assigned', true), '')::uuid)
            or for_role = (select nullif(current_setting('torokubo.role', true), '')))
        and (dossier is null or dossier = any ((select nullif(current_setting('torokubo.dossiers', true), ''))::uuid[]))));

alter table desk.message enable row level security;
alter table desk.message force row level security;
create policy walls on desk.message using (
    (select current_setting('torokubo.program', true) = 'yes')
    or (person = (select nullif(current_setting('torokubo.person', true), '')::uuid)
        and (dossier is null or dossier = any ((select nullif(current_setting('torokubo.dossiers', true), ''))::uuid[]))));
