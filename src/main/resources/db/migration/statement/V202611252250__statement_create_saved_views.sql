-- How people look at the rows of a statement, under names of their own. Nothing of it is a fact of the scheme, so it may be changed and
-- removed. The wall is that of every module.
-- Rolls back by: drop table statement.saved_view.
create table statement.saved_view (
    dossier   uuid        not null,
    statement uuid        not null,
    person    uuid        not null,
    name      text        not null check (char_length(name) between 1 and 60),
    query     text        not null check (char_length(query) <= 600),
    at        timestamptz not null,
    primary key (dossier, statement, person, name),
    foreign key (dossier, statement) references statement.statement (dossier, id)
);
comment on column statement.saved_view.query is 'As it stands in the address of the list of rows.';

grant select, insert, delete on statement.saved_view to torokubo_app;
grant update (query, at) on statement.saved_view to torokubo_app;

alter table statement.saved_view enable row level security;
alter table statement.saved_view force row level security;
create policy walls on statement.saved_view using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')));
