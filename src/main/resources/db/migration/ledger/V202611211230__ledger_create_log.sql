-- The append-only log: entries, how far each log has come, and the salts of what entries only commit to.
-- What an entry's bytes are: docs/adr/0003-what-an-entry-commits-to.md.
-- Undo: none once an entry is written; before that, drop schema ledger cascade.
create table ledger.entry (
    log text not null,
    index bigint not null check (index >= 0),
    recorded_at timestamptz not null,
    type text not null,
    schema integer not null check (schema >= 1),
    canonical text not null,
    leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
    primary key (log, index)
);
comment on table ledger.entry is 'Only grows. Whether it did only that is shown by the hashes, not by this database.';
comment on column ledger.entry.index is 'From 0, without a gap, in the order of writing; instants give no order.';
comment on column ledger.entry.canonical is 'RFC 8785. The leaf hash covers its UTF-8 bytes (RFC 6962).';

create table ledger.head (
    log text primary key,
    size bigint not null check (size >= 0),
    recorded_at timestamptz,
    peaks bytea not null,
    root bytea not null check (octet_length(root) = 32)
);
comment on table ledger.head is 'One row for each log. Writers queue on it, so indexes have no gaps even after a rollback.';
comment on column ledger.head.peaks is 'Roots of the full subtrees, largest first: the tree grows on from here.';

create table ledger.salt (
    commitment text primary key,
    salt bytea not null
);
comment on table ledger.salt is 'Private. Removing a row takes back what an entry committed to; the entry and its proofs stay.';

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger.% is append-only (% refused)', tg_table_name, tg_op;
end $$;

create trigger entry_is_append_only
    before update or delete or truncate on ledger.entry
    for each statement execute function ledger.refuse_change();

create trigger head_is_never_removed
    before delete or truncate on ledger.head
    for each statement execute function ledger.refuse_change();

create function ledger.let_head_grow() returns trigger language plpgsql as $$
begin
    if new.log <> old.log or new.size <> old.size + 1 or new.recorded_at <= old.recorded_at then
        raise exception 'ledger.head of % moves on by one entry and forward in time only', old.log;
    end if;
    return new;
end $$;

create trigger head_only_grows
    before update on ledger.head
    for each row execute function ledger.let_head_grow();

revoke all on ledger.entry, ledger.head, ledger.salt from public;
grant usage on schema ledger to torokubo_app, torokubo_public;
grant select, insert on ledger.entry to torokubo_app;
grant select, insert, update on ledger.head to torokubo_app;
grant select, insert, delete on ledger.salt to torokubo_app;
-- registers are public, entry by entry; salts are not
grant select on ledger.entry, ledger.head to torokubo_public;
