-- Statements of providers: their parts, their answers row by row, who changed what and when, and the versions that were frozen.
-- What is written stays: parts, changes, evidence, comments and frozen versions are only ever added to. statement.answer is the newest of
-- the changes of a row, kept so that a page need not look for it; it can be made again from statement.answer_change.
-- The wall is that of every module: see identity_add_dossiers_and_walls. What is disclosed stands in tables of its own, whose wall is the
-- corporate number of the organisation it is disclosed to: so it can be disclosed without anybody learning who is here.
-- First step: nothing existed before. Rolls back by: drop schema statement cascade.
create table statement.statement (
    dossier      uuid        not null,
    id           uuid        not null,
    title        text        not null check (char_length(title) between 1 and 200),
    edition      text        not null,
    carried_from uuid,
    opened_at    timestamptz not null,
    opened_by    uuid        not null,
    primary key (dossier, id),
    unique (id)
);

create table statement.part (
    dossier   uuid        not null,
    statement uuid        not null,
    part      text        not null,
    version   bigint      not null check (version > 0),
    content   text        not null,
    at        timestamptz not null,
    author    uuid        not null,
    primary key (dossier, statement, part, version),
    foreign key (dossier, statement) references statement.statement (dossier, id)
);
comment on table statement.part is 'Every version of every part; the newest counts.';

-- one deed of one person that changes rows: an edit, a bulk change, an import, a carry-over, or the undoing of one
create table statement.batch (
    dossier   uuid        not null,
    id        uuid        not null,
    statement uuid        not null,
    kind      text        not null,
    subject   text,
    undoes    uuid,
    at        timestamptz not null,
    author    uuid        not null,
    rows      integer     not null check (rows >= 0),
    primary key (dossier, id),
    foreign key (dossier, statement) references statement.statement (dossier, id),
    foreign key (dossier, undoes) references statement.batch (dossier, id),
    -- a deed is undone once
    unique (dossier, undoes)
);
comment on column statement.batch.subject is 'What it rested on, for example the id of an import.';
create index batch_by_time on statement.batch (dossier, statement, at desc, id desc);

create table statement.answer_change (
    dossier      uuid        not null,
    statement    uuid        not null,
    control      text        not null,
    version      bigint      not null check (version > 0),
    batch        uuid        not null,
    choice       text        not null,
    realisations text        not null,
    reason_ja    text        not null,
    reason_en    text        not null,
    owner        text        not null,
    due          date,
    state        text        not null,
    rests_on_version text,
    rests_on_control text,
    primary key (dossier, statement, control, version),
    foreign key (dossier, statement) references statement.statement (dossier, id),
    foreign key (dossier, batch) references statement.batch (dossier, id),
    check ((rests_on_version is null) = (rests_on_control is null))
);
create index answer_change_by_batch on statement.answer_change (dossier, batch);

create table statement.answer (
    dossier      uuid        not null,
    statement    uuid        not null,
    control      text        not null,
    version      bigint      not null check (version > 0),
    choice       text        not null,
    realisations text        not null,
    reason_ja    text        not null,
    reason_en    text        not null,
    owner        text        not null,
    due          date,
    state        text        not null,
    rests_on_version text,
    rests_on_control text,
    primary key (dossier, statement, control),
    foreign key (dossier, statement, control, version)
        references statement.answer_change (dossier, statement, control, version)
);

create table statement.evidence (
    dossier     uuid        not null,
    id          uuid        not null,
    statement   uuid        not null,
    replaces    uuid,
    removed     boolean     not null,
    title       text        not null check (char_length(title) between 1 and 200),
    sha256      text        check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name   text,
    link        text,
    owner       text        not null,
    valid_until date,
    controls    text[]      not null,
    at          timestamptz not null,
    author      uuid        not null,
    primary key (dossier, id),
    foreign key (dossier, statement) references statement.statement (dossier, id),
    foreign key (dossier, replaces) references statement.evidence (dossier, id),
    unique (dossier, replaces),
    check ((sha256 is null) <> (link is null)),
    check ((sha256 is null) = (file_name is null))
);
comment on column statement.evidence.replaces is 'The version before; what nothing replaces counts, unless it is removed.';
create index evidence_of_statement on statement.evidence (dossier, statement);

create table statement.comment (
    dossier   uuid        not null,
    id        uuid        not null,
    statement uuid        not null,
    control   text        not null,
    text      text        not null check (char_length(text) between 1 and 10000),
    mentions  uuid[]      not null,
    at        timestamptz not null,
    author    uuid        not null,
    primary key (dossier, id),
    foreign key (dossier, statement) references statement.statement (dossier, id)
);
create index comment_of_row on statement.comment (dossier, statement, control, at, id);

-- hash: over the hashes of the three sections, see register.StatementHashes
create table statement.frozen (
    dossier      uuid        not null,
    hash         text        not null check (hash ~ '^[0-9a-f]{64}$'),
    statement    uuid        not null,
    number       integer     not null check (number > 0),
    edition      text        not null,
    public_hash  text        not null,
    agencies_hash text       not null,
    restricted_hash text     not null,
    at           timestamptz not null,
    author       uuid        not null,
    primary key (dossier, hash),
    foreign key (dossier, statement) references statement.statement (dossier, id),
    unique (dossier, statement, number)
);

create table statement.frozen_section (
    dossier    uuid not null,
    hash       text not null,
    visibility text not null check (visibility in ('public', 'agencies', 'restricted')),
    rows       text not null,
    primary key (dossier, hash, visibility),
    foreign key (dossier, hash) references statement.frozen (dossier, hash)
);
comment on column statement.frozen_section.rows is 'A line for each row: key, salt, value in canonical JSON, separated by tabs.';

create table statement.disclosure (
    dossier    uuid        not null,
    id         uuid        not null,
    hash       text        not null,
    receiver   text        not null check (receiver ~ '^[1-9][0-9]{12}$'),
    named      text        not null check (char_length(named) between 1 and 200),
    starts_at  timestamptz not null,
    ends_at    timestamptz,
    author     uuid        not null,
    ended_by   uuid,
    primary key (dossier, id),
    foreign key (dossier, hash) references statement.frozen (dossier, hash)
);
comment on table statement.disclosure is 'The section for agencies of a frozen version, disclosed by the provider to one organisation.';
comment on column statement.disclosure.receiver is 'Corporate number of the organisation. Whether it is known here is nobody''s to learn.';
comment on column statement.disclosure.named is 'As the provider calls it.';
create index disclosure_by_receiver on statement.disclosure (receiver) where ends_at is null;
create unique index disclosure_once_at_a_time on statement.disclosure (dossier, hash, receiver) where ends_at is null;

grant usage on schema statement to torokubo_app;
grant select, insert on all tables in schema statement to torokubo_app;
grant update (title) on statement.statement to torokubo_app;
grant update (version, choice, realisations, reason_ja, reason_en, owner, due, state, rests_on_version, rests_on_control)
    on statement.answer to torokubo_app;
grant update (ends_at, ended_by) on statement.disclosure to torokubo_app;

do $$ declare named text; begin
    foreach named in array array['statement', 'part', 'batch', 'answer_change', 'answer', 'evidence', 'comment'] loop
        execute format('alter table statement.%I enable row level security', named);
        execute format('alter table statement.%I force row level security', named);
        execute format($policy$create policy walls on statement.%I using (
            (select current_setting('torokubo.program', true) = 'yes')
            or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')))$policy$, named);
    end loop;
end $$;

-- whoever a version is disclosed to sees that it is, and of its sections the two that are meant for him
alter table statement.disclosure enable row level security;
alter table statement.disclosure force row level security;
create policy walls on statement.disclosure using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}'))
    or ends_at is null and receiver = (select identity.acting_corporate_number()));

alter table statement.frozen enable row level security;
alter table statement.frozen force row level security;
create policy walls on statement.frozen using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}'))
    or exists (select from statement.disclosure d where d.dossier = frozen.dossier and d.hash = frozen.hash
               and d.ends_at is null and d.receiver = (select identity.acting_corporate_number())));

alter table statement.frozen_section enable row level security;
alter table statement.frozen_section force row level security;
create policy walls on statement.frozen_section using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}'))
    or visibility <> 'restricted'
        and exists (select from statement.disclosure d where d.dossier = frozen_section.dossier and d.hash = frozen_section.hash
                    and d.ends_at is null and d.receiver = (select identity.acting_corporate_number())));
