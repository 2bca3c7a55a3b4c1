-- Uploaded files, kept under the hash of what is in them, in the database: a backup is then one snapshot, and every instance sees them.
-- Undo: drop table files.stored_file.
create table files.stored_file (
    hash        text        not null primary key check (hash ~ '^[0-9a-f]{64}$'),
    content     bytea       not null check (length(content) between 1 and 20971520),
    kept_at     timestamptz not null
);
comment on column files.stored_file.hash is 'SHA-256 of the content. A file that comes twice is kept once.';
grant usage on schema files to torokubo_app;
grant select, insert on files.stored_file to torokubo_app;
