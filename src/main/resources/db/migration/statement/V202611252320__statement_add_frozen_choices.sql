-- What each frozen version chooses, row by row in the order of its edition, one letter for each row: for questions over many statements, which
-- would otherwise have to read every frozen row. It follows from the frozen sections and can be made again from them.
-- First step: nothing existed before. Rolls back by: drop table statement.frozen_choices.
create table statement.frozen_choices (
    dossier    uuid not null,
    hash       text not null,
    visibility text not null check (visibility in ('public', 'agencies')),
    edition    text not null,
    choices    text not null check (choices ~ '^[-aol]*$'),
    primary key (dossier, hash, visibility),
    foreign key (dossier, hash) references statement.frozen (dossier, hash)
);
comment on column statement.frozen_choices.choices is 'a adopted, l left out, o open, - not in this section; one for each answered row of the edition.';
grant select, insert on statement.frozen_choices to torokubo_app;

alter table statement.frozen_choices enable row level security;
alter table statement.frozen_choices force row level security;
create policy walls on statement.frozen_choices using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')));
