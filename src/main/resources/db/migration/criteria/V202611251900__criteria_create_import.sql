-- Imports of workbooks, from upload to confirmation. Not published: what they bring about stands in criteria.edition, text_set and dated_list.
-- Undo: drop table criteria.import, criteria.import_gate.
create table criteria.import (
    id              uuid        not null primary key,
    state           text        not null check (state in ('read', 'proposed', 'confirmed', 'turned-down')),
    aim             text        not null check (aim in ('texts', 'edition', 'important', 'liu-audited', 'sp800-53', 'common-standards')),
    edition         text        not null,
    details         text        not null,
    title           text        not null,
    address         text        not null,
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
    criteria_state  text,
    decider         text,
    decided_at      timestamptz,
    reason          text,
    done            text,
    check ((state in ('proposed', 'confirmed')) <= (hash is not null)),
    check ((state = 'confirmed') = (done is not null))
);
comment on column criteria.import.edition is 'The edition the workbook speaks of; for a new one, the name it is to have.';
comment on column criteria.import.details is 'What it is imported for, as JSON.';
comment on column criteria.import.reading is 'What was read out of the file, as JSON: controls, problems, sheets, notes.';
comment on column criteria.import.hash is 'Of the dry run that was proposed: what the second person confirms.';
comment on column criteria.import.criteria_state is 'Numbers of editions, sets of texts and lists when it was proposed.';
comment on column criteria.import.done is 'What it changed, control by control, as JSON.';
create index import_newest on criteria.import (uploaded_at desc, id desc);
create index import_proposed on criteria.import (state) where state = 'proposed';

create table criteria.import_gate (
    single boolean primary key check (single)
);
comment on table criteria.import_gate is 'One row, held by whoever confirms an import, so that imports are confirmed one after another.';
insert into criteria.import_gate (single) values (true);

-- An edition of which the month is not known yet is called 2026-xx.
alter table criteria.edition drop constraint edition_id_check;
alter table criteria.edition add constraint edition_id_check check (id ~ '^[0-9]{4}-([0-9]{2}|xx)(-[0-9]{2})?$');

grant select, insert, update on criteria.import to torokubo_app;
grant select, update on criteria.import_gate to torokubo_app;
