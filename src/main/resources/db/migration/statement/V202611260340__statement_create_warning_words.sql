-- What the provider's side says of a warning of the self-check that stays. Only added to; a word holds as long as the text is the one it was
-- said about, which its fingerprint tells. The wall is that of every module.
-- First step: nothing existed before. Rolls back by: drop table statement.warning_word.
create table statement.warning_word (
    dossier     uuid        not null,
    id          uuid        not null,
    statement   uuid        not null,
    rule        text        not null,
    place       text        not null,
    subject     text        not null,
    fingerprint text        not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    text        text        not null check (char_length(text) between 1 and 1000),
    at          timestamptz not null,
    author      uuid        not null,
    primary key (dossier, id),
    foreign key (dossier, statement) references statement.statement (dossier, id)
);
comment on column statement.warning_word.place is 'Control, part or evidence, as in addresses.';
comment on column statement.warning_word.fingerprint is 'Of the warning and of the text at its place when the word was said.';
create index warning_word_of_statement on statement.warning_word (dossier, statement, at, id);

grant select, insert on statement.warning_word to torokubo_app;

alter table statement.warning_word enable row level security;
alter table statement.warning_word force row level security;
create policy walls on statement.warning_word using (
    (select current_setting('torokubo.program', true) = 'yes')
    or dossier = any (coalesce((select nullif(current_setting('torokubo.dossiers', true), '')::uuid[]), '{}')));
