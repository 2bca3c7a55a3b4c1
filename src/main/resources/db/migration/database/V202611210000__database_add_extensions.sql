-- What the modules' indexes are built with: trigrams for search inside words, and keys of equality beside ranges.
-- In schema public, because that is where every login looks without being told; nobody but the owner creates anything there.
-- Undo: drop extension btree_gist, pg_trgm (only when no index uses them).
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;
revoke create on schema public from public;
