-- Workbooks that were handed in, by the name they had on somebody's disk, so that the list of imports can tell them apart. Only added to; the
-- content itself lies with the files of the dossier. The wall is that of every module.
-- Rolls back by: drop table statement.workbook.
create table statement.workbook (
    dossier   uuid        not null,
    statement uuid        not null,
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    at        timestamptz not null,
    file_name text        not null check (char_length(file_name) between 1 and 200),
    author    uuid        not null,
    primary key (dossier, statement, sha256, at),
    foreign key (dossier, statement) references statement.statement (dossier, id)
);

grant select, insert on statement.workbook to torokubo_app;

alter table statement.workbook enable row level security;
alter table statement.workbook force row level security;
create policy walls on statement.workbook using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')));
