-- What the people of a dossier write to one another and hand over. Rows are only ever added: the program's login can neither change nor
-- remove them. A note that is taken back stays, and the note that takes it back refers to it.
-- The wall is that of every module: see identity_add_dossiers_and_walls.
-- First step: nothing existed before. Rolls back by: drop table correspondence.attachment, correspondence.note.
create table correspondence.note (
    dossier         uuid        not null,
    id              uuid        not null,
    author          uuid        not null,
    organisation    uuid        not null,
    stands_in_for   uuid,
    text            text        not null check (char_length(text) between 1 and 10000),
    search_key      text        not null,
    at              timestamptz not null,
    reply_to        uuid,
    retracts        uuid,
    primary key (dossier, id),
    foreign key (dossier, reply_to) references correspondence.note (dossier, id),
    foreign key (dossier, retracts) references correspondence.note (dossier, id),
    check (reply_to is null or retracts is null),
    -- a note is taken back once
    unique (dossier, retracts)
);
comment on column correspondence.note.organisation is 'For which the author acted.';
comment on column correspondence.note.search_key is 'Of the text and of the names of its files; never shown.';
create index note_by_time on correspondence.note (dossier, at, id);
create index note_by_reply on correspondence.note (dossier, reply_to) where reply_to is not null;

create table correspondence.attachment (
    dossier         uuid        not null,
    id              uuid        not null,
    note            uuid        not null,
    place           integer     not null check (place between 1 and 10),
    name            text        not null check (octet_length(name) between 1 and 255),
    cleaned         boolean     not null,
    media_type      text        not null,
    size            bigint      not null check (size between 1 and 20971520),
    sha256          text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (dossier, id),
    foreign key (dossier, note) references correspondence.note (dossier, id),
    unique (dossier, note, place)
);
comment on column correspondence.attachment.cleaned is 'Whether the name as given was another, which is not kept.';
comment on column correspondence.attachment.sha256 is 'Of the content, which the module files keeps for this dossier; nothing is asked for by it.';

grant usage on schema correspondence to torokubo_app;
grant select, insert on correspondence.note, correspondence.attachment to torokubo_app;

alter table correspondence.note enable row level security;
alter table correspondence.note force row level security;
create policy walls on correspondence.note using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any ((select nullif(current_setting('torokubo.dossiers', true), ''))::uuid[]));

alter table correspondence.attachment enable row level security;
alter table correspondence.attachment force row level security;
create policy walls on correspondence.attachment using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any ((select nullif(current_setting('torokubo.dossiers', true), ''))::uuid[]));
