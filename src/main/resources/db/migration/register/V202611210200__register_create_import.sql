-- Imports of published lists, from upload to confirmation. Not published: what they bring about stands in register.event.
-- Undo: drop table register.import.
create table register.import (
    id              uuid        not null primary key,
    register        text        not null references register.book,
    state           text        not null check (state in ('read', 'proposed', 'confirmed', 'turned-down')),
    title           text        not null,
    source          text        not null,
    complete_until  date        not null,
    file_name       text        not null,
    file_hash       text        not null,
    format          text        not null,
    encoding        text        not null,
    reading         text        not null,
    uploaded_by     uuid        not null,
    uploader        text        not null,
    uploaded_at     timestamptz not null,
    proposal        uuid,
    proposer        text,
    proposed_at     timestamptz,
    hash            text,
    register_index  bigint,
    decider         text,
    decided_at      timestamptz,
    reason          text,
    first_entry     bigint,
    last_entry      bigint,
    check ((state in ('proposed', 'confirmed')) <= (hash is not null)),
    check ((state = 'confirmed') = (first_entry is not null))
);
comment on column register.import.reading is 'What was read out of the file, as JSON: lines, characters changed, notes.';
comment on column register.import.hash is 'Of the dry run that was proposed: what the second person confirms.';
comment on column register.import.register_index is 'Last entry of the register when it was proposed.';
create index import_newest on register.import (uploaded_at desc, id desc);
create index import_proposed on register.import (state) where state = 'proposed';
grant usage on schema register to torokubo_app;
grant select, insert, update on register.import to torokubo_app;
