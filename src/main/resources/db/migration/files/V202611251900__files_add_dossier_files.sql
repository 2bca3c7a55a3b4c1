-- Files of a dossier, behind its walls. The dossier is part of the key: the same content in two dossiers is two rows, so that handing in a
-- file never tells, by its time or by an answer, that somebody else has it.
-- First step: nothing existed before. Rolls back by: drop table files.handed_out, files.dossier_file.
create table files.dossier_file (
    dossier     uuid        not null,
    hash        text        not null check (hash ~ '^[0-9a-f]{64}$'),
    content     bytea       not null check (length(content) between 1 and 20971520),
    kept_at     timestamptz not null,
    primary key (dossier, hash)
);
comment on column files.dossier_file.hash is 'SHA-256 of the content. A file that comes twice into one dossier is kept once.';
grant select, insert on files.dossier_file to torokubo_app;

alter table files.dossier_file enable row level security;
alter table files.dossier_file force row level security;
create policy walls on files.dossier_file using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any ((select nullif(current_setting('torokubo.dossiers', true), ''))::uuid[]));

-- How many confidential documents a person has fetched, minute by minute. Each sees his own counts only.
create table files.handed_out (
    person      uuid        not null,
    minute      timestamptz not null,
    documents   integer     not null,
    refused     integer     not null,
    primary key (person, minute)
);
comment on column files.handed_out.refused is 'How often in this minute the limit was reached; the first has its line in the trail.';
grant select, insert, update on files.handed_out to torokubo_app;

alter table files.handed_out enable row level security;
alter table files.handed_out force row level security;
create policy walls on files.handed_out using (
    (select current_setting('torokubo.program', true) = 'yes')
    or person = (select nullif(current_setting('torokubo.person', true), '')::uuid));
