-- Which files of the rulebook have been loaded, by their common hash, so that a start that brings nothing new need not read them.
-- Expand step: new table. Undo: drop table rulebook.shipped;
create table rulebook.shipped (
    digest text primary key,
    loaded_at timestamptz not null
);
comment on column rulebook.shipped.digest is 'SHA-256 over the names and bytes of all files, in hexadecimal.';
grant select, insert on rulebook.shipped to torokubo_app;
