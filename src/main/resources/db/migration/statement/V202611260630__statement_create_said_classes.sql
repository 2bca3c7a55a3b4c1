-- Which class a changed description is of, said by somebody of the provider's side. Only added to; the newest word holds wherever the description
-- of the same row goes from the same text to the same text, which the two fingerprints tell. The wall is that of every module.
-- First step: nothing existed before. Rolls back by: drop table statement.said_class.
create table statement.said_class (
    dossier   uuid        not null,
    id        uuid        not null,
    statement uuid        not null,
    control   text        not null,
    before    text        not null check (before ~ '^[0-9a-f]{64}$'),
    after     text        not null check (after ~ '^[0-9a-f]{64}$'),
    class     text        not null check (class in (
        'procedure', 'realisation', 'operation', 'tool', 'manager', 'widened', 'wording', 'undecided')),
    why       text        not null check (char_length(why) <= 1000),
    at        timestamptz not null,
    author    uuid        not null,
    primary key (dossier, id),
    foreign key (dossier, statement) references statement.statement (dossier, id)
);
comment on column statement.said_class.control is 'Number of the row without its suffix, which alone is the same in every edition.';
comment on column statement.said_class.before is 'SHA-256 of the Japanese text that stood last in the earlier of the two.';
comment on column statement.said_class.after is 'SHA-256 of the Japanese text that stood last in the later of the two.';
comment on column statement.said_class.class is 'Undecided: a word said before is taken back.';
create index said_class_of_statement on statement.said_class (dossier, statement, at, id);

grant select, insert on statement.said_class to torokubo_app;

alter table statement.said_class enable row level security;
alter table statement.said_class force row level security;
create policy walls on statement.said_class using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')));
