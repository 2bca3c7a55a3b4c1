-- The rules of the scheme as editions: what is known of a document, body, article, period, term, count, pattern or statement, from
-- which day, from whom. An edition is never changed; a newer one stands after it.
-- Expand step: new tables. Undo: drop schema rulebook cascade.
create table rulebook.edition (
    id uuid primary key,
    kind text not null,
    subject text not null,
    number integer not null check (number > 0),
    content jsonb not null,
    status text not null check (status in ('proposed', 'in-force')),
    decided_on date,
    effective_on date,
    attested_on date,
    reason_ja text not null,
    reason_en text not null,
    source_ja text not null,
    source_en text not null,
    provenance text not null check (provenance in ('official', 'secondary', 'inferred', 'unverified')),
    recorded_at timestamptz not null,
    place integer not null,
    recorder_role text not null,
    proposal uuid,
    unique (kind, subject, number)
);
comment on column rulebook.edition.number is 'Order of recording within the subject, from 1.';
comment on column rulebook.edition.place is 'Order among what was recorded at the same instant.';
comment on column rulebook.edition.content is 'Texts by name; null where something is known to be unknown.';
comment on column rulebook.edition.status is 'proposed: a draft of the scheme (案), in force on no day. in-force: in force from its effective day.';
comment on column rulebook.edition.decided_on is 'Day of the decision or revision. Null: not known, or none.';
comment on column rulebook.edition.effective_on is 'First day of force. Null: not known.';
comment on column rulebook.edition.attested_on is 'A day on which a source shows it standing. Null: none known.';
comment on column rulebook.edition.proposal is 'What two persons confirmed. Null: recorded by the program at its first start.';
create function rulebook.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rulebook.edition is append-only (% refused)', tg_op;
end $$;
create trigger edition_is_append_only
    before update or delete or truncate on rulebook.edition
    for each statement execute function rulebook.refuse_change();

-- What an operator prepares. Private until it is confirmed, and then it is an edition.
create table rulebook.draft (
    id uuid primary key,
    kind text not null,
    subject text not null,
    content jsonb not null,
    status text not null check (status in ('proposed', 'in-force')),
    decided_on date,
    effective_on date,
    attested_on date,
    reason_ja text not null,
    reason_en text not null,
    source_ja text not null,
    source_en text not null,
    provenance text not null check (provenance in ('official', 'secondary', 'inferred', 'unverified')),
    after_number integer not null,
    state text not null check (state in ('drafted', 'proposed', 'confirmed', 'turned-down')),
    drafted_by uuid not null,
    drafted_at timestamptz not null,
    proposal uuid
);
comment on column rulebook.draft.after_number is 'Number of the newest edition its author had before him; it is not confirmed after another.';

grant usage on schema rulebook to torokubo_app, torokubo_public;
grant select, insert on rulebook.edition to torokubo_app;
grant select, insert, update on rulebook.draft to torokubo_app;
grant select on rulebook.edition to torokubo_public;
