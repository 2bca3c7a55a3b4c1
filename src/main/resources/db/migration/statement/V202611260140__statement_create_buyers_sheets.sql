-- Buyer's sheets: what a provider answers to buyers beside its statement. Drafts and editions are only ever added to; an edition never changes.
-- The wall is that of every module. What is disclosed is seen by the organisation whose corporate number it is disclosed to, as with frozen
-- statements. What is public of an edition stands in a table of its own, which names no dossier and which everybody may read.
-- First step: nothing existed before. Rolls back by: drop table statement.sheet_public, statement.sheet_disclosure, statement.sheet_section,
-- statement.sheet_edition, statement.sheet_draft.
create table statement.sheet_draft (
    dossier uuid        not null,
    version bigint      not null check (version > 0),
    service uuid,
    answers text        not null,
    at      timestamptz not null,
    author  uuid        not null,
    primary key (dossier, version)
);
comment on table statement.sheet_draft is 'Every version of the draft; the newest counts.';

create table statement.sheet_edition (
    dossier         uuid        not null,
    hash            text        not null check (hash ~ '^[0-9a-f]{64}$'),
    number          integer     not null check (number > 0),
    questions       text        not null,
    service         uuid,
    public_hash     text        not null,
    agencies_hash   text        not null,
    restricted_hash text        not null,
    at              timestamptz not null,
    author          uuid        not null,
    primary key (dossier, hash),
    unique (dossier, number)
);

create table statement.sheet_section (
    dossier    uuid not null,
    hash       text not null,
    visibility text not null check (visibility in ('public', 'agencies', 'restricted')),
    rows       text not null,
    primary key (dossier, hash, visibility),
    foreign key (dossier, hash) references statement.sheet_edition (dossier, hash)
);
comment on column statement.sheet_section.rows is 'A line for each row: key, salt, value in canonical JSON, separated by tabs.';

create table statement.sheet_disclosure (
    dossier   uuid        not null,
    id        uuid        not null,
    hash      text        not null,
    receiver  text        not null check (receiver ~ '^[1-9][0-9]{12}$'),
    named     text        not null check (char_length(named) between 1 and 200),
    starts_at timestamptz not null,
    ends_at   timestamptz,
    author    uuid        not null,
    ended_by  uuid,
    primary key (dossier, id),
    foreign key (dossier, hash) references statement.sheet_edition (dossier, hash)
);
comment on column statement.sheet_disclosure.receiver is 'Corporate number of the organisation. Whether it is known here is nobody''s to learn.';
create index sheet_disclosure_by_receiver on statement.sheet_disclosure (receiver) where ends_at is null;
create unique index sheet_disclosure_once_at_a_time on statement.sheet_disclosure (dossier, hash, receiver) where ends_at is null;

create table statement.sheet_public (
    hash            text        primary key check (hash ~ '^[0-9a-f]{64}$'),
    service         uuid        not null,
    number          integer     not null check (number > 0),
    questions       text        not null,
    agencies_hash   text        not null,
    restricted_hash text        not null,
    rows            text        not null,
    at              timestamptz not null
);
comment on table statement.sheet_public is 'What everybody may read of an edition that names a service of the register.';
create index sheet_public_of_service on statement.sheet_public (service, at desc, number desc, hash desc);

grant select, insert on statement.sheet_draft, statement.sheet_edition, statement.sheet_section, statement.sheet_disclosure,
    statement.sheet_public to torokubo_app;
grant update (ends_at, ended_by) on statement.sheet_disclosure to torokubo_app;
grant usage on schema statement to torokubo_public;
grant select on statement.sheet_public to torokubo_public;

alter table statement.sheet_draft enable row level security;
alter table statement.sheet_draft force row level security;
create policy walls on statement.sheet_draft using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')));

alter table statement.sheet_disclosure enable row level security;
alter table statement.sheet_disclosure force row level security;
create policy walls on statement.sheet_disclosure using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}'))
    or ends_at is null and receiver = (select identity.acting_corporate_number()));

alter table statement.sheet_edition enable row level security;
alter table statement.sheet_edition force row level security;
create policy walls on statement.sheet_edition using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}'))
    or exists (select from statement.sheet_disclosure d where d.dossier = sheet_edition.dossier and d.hash = sheet_edition.hash
               and d.ends_at is null and d.receiver = (select identity.acting_corporate_number())));

alter table statement.sheet_section enable row level security;
alter table statement.sheet_section force row level security;
create policy walls on statement.sheet_section using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}'))
    or visibility <> 'restricted'
        and exists (select from statement.sheet_disclosure d where d.dossier = sheet_section.dossier and d.hash = sheet_section.hash
                    and d.ends_at is null and d.receiver = (select identity.acting_corporate_number())));
