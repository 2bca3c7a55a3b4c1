-- Lists that a provider brings as files, whose items answer to controls of a statement. Nothing of them is ever changed: a list that is brought
-- again is another source, and both stay. The file itself is kept among the files of the dossier, under its hash.
-- The wall is that of every module.
-- First step: nothing existed before. Rolls back by: drop table statement.mapping_pair, statement.mapping_item, statement.mapping_source.
create table statement.mapping_source (
    dossier      uuid        not null,
    id           uuid        not null,
    statement    uuid        not null,
    name         text        not null check (char_length(name) between 1 and 100),
    list_edition text        not null check (char_length(list_edition) <= 100),
    criteria     text        not null,
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name    text        not null,
    left_out     integer     not null check (left_out >= 0),
    at           timestamptz not null,
    author       uuid        not null,
    primary key (dossier, id),
    foreign key (dossier, statement) references statement.statement (dossier, id)
);
comment on column statement.mapping_source.left_out is 'Lines of the file that could not be read, and of which nothing was taken.';
create index mapping_source_of_statement on statement.mapping_source (dossier, statement);

create table statement.mapping_item (
    dossier  uuid    not null,
    source   uuid    not null,
    item     text    not null check (char_length(item) between 1 and 200),
    position integer not null,
    text_ja  text    not null,
    text_en  text    not null,
    primary key (dossier, source, item),
    foreign key (dossier, source) references statement.mapping_source (dossier, id)
);

create table statement.mapping_pair (
    dossier    uuid    not null,
    source     uuid    not null,
    item       text    not null,
    control    text    not null,
    position   integer not null,
    line       integer not null,
    written    text    not null,
    confidence text    not null check (confidence in ('', 'high', 'medium', 'low')),
    note       text    not null,
    primary key (dossier, source, item, control),
    foreign key (dossier, source, item) references statement.mapping_item (dossier, source, item)
);
comment on column statement.mapping_pair.control is 'With its suffix, in the edition of the source''s criteria.';
comment on column statement.mapping_pair.written is 'As it stands in the file.';

grant select, insert on statement.mapping_source, statement.mapping_item, statement.mapping_pair to torokubo_app;

do $$ declare named text; begin
    foreach named in array array['mapping_source', 'mapping_item', 'mapping_pair'] loop
        execute format('alter table statement.%I enable row level security', named);
        execute format('alter table statement.%I force row level security', named);
        execute format($policy$create policy walls on statement.%I using (
            (select current_setting('torokubo.program', true) = 'yes')
            or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')))$policy$, named);
    end loop;
end $$;
