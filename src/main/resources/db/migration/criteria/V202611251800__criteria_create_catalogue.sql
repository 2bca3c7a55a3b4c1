-- The control criteria by edition, the official texts that overlay what we wrote, and lists that name controls for a time. Everything
-- only grows: an edition is never changed, a newer text or list stands before an older one, and an empty one takes back.
-- Expand step: new tables. Undo: drop schema criteria cascade.
create table criteria.edition (
    id text primary key check (id ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$'),
    number integer not null unique check (number > 0),
    title_ja text not null,
    title_en text,
    stands_from text check (stands_from ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
    source_ja text not null,
    source_en text not null,
    provenance text not null check (provenance in ('official', 'secondary', 'inferred', 'unverified')),
    recorded_at timestamptz not null,
    recorder_role text not null,
    import_id uuid
);
comment on column criteria.edition.number is 'Order of recording, from 1.';
comment on column criteria.edition.stands_from is 'First day from which it stands; a year or a month where no more is known. Null: not known.';
comment on column criteria.edition.import_id is 'The import it came by. Null: it came with the program.';

create table criteria.control (
    edition text not null references criteria.edition (id),
    id text not null,
    position integer not null,
    tier text not null check (tier in ('chapter', 'category', 'heading', 'governance', 'management', 'objective', 'detail')),
    parent text,
    suffix text not null check (suffix in ('', 'P', 'B', 'PB')),
    obligation text not null check (obligation in ('none', 'mandatory', 'selectable')),
    title_ja text not null,
    title_en text,
    reference text not null,
    first_edition text not null,
    changed_in text,
    title_basis text not null check (title_basis in ('standard-title', 'own-summary', 'pointer', 'official')),
    primary key (edition, id),
    unique (edition, position),
    foreign key (edition, parent) references criteria.control (edition, id)
);
comment on column criteria.control.position is 'Natural order within the edition, from 0.';
comment on column criteria.control.reference is 'Standard and clause. Empty: the criteria point nowhere.';
comment on column criteria.control.first_edition is 'First covered edition that has it.';
comment on column criteria.control.changed_in is 'Edition whose revision changed its wording or examples. Null: none known.';

-- What an official publication says of controls of one edition in one language.
create table criteria.text_set (
    id uuid primary key,
    number integer not null unique check (number > 0),
    edition text not null references criteria.edition (id),
    language text not null check (language in ('ja', 'en')),
    source_ja text not null,
    source_en text not null,
    recorded_at timestamptz not null,
    recorder_role text not null,
    import_id uuid
);
comment on column criteria.text_set.number is 'Order of recording, from 1. For a control the text of the greatest number counts.';
create table criteria.official_text (
    text_set uuid not null references criteria.text_set (id),
    control text not null,
    title text,
    body text,
    primary key (text_set, control)
);
comment on table criteria.official_text is 'Title and body both null: an earlier official text is taken back, ours is shown again.';

-- Lists that name controls for a time: important controls (主たる監査対象), what is audited under LIU, mappings to other catalogues.
create table criteria.dated_list (
    id uuid primary key,
    number integer not null unique check (number > 0),
    kind text not null check (kind in ('important', 'liu-audited', 'sp800-53', 'common-standards')),
    edition text not null references criteria.edition (id),
    valid_from date,
    valid_until date,
    source_ja text not null,
    source_en text not null,
    provenance text not null check (provenance in ('official', 'secondary', 'inferred', 'unverified')),
    recorded_at timestamptz not null,
    recorder_role text not null,
    import_id uuid,
    check (valid_until >= valid_from)
);
comment on column criteria.dated_list.number is 'Order of recording, from 1. Of the lists of one kind valid on a day the greatest number counts.';
comment on column criteria.dated_list.valid_from is 'Null: the first day is not known.';
comment on column criteria.dated_list.valid_until is 'Last day. Null: no end is known.';
create table criteria.dated_list_entry (
    list uuid not null references criteria.dated_list (id),
    control text not null,
    value text not null,
    primary key (list, control, value)
);
comment on column criteria.dated_list_entry.value is 'What it maps to, or a remark of the list. Empty: being named is all.';

create table criteria.shipped (
    digest text primary key,
    loaded_at timestamptz not null
);
comment on column criteria.shipped.digest is 'SHA-256 over the names and bytes of the files loaded, in hexadecimal.';

create function criteria.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'criteria.% is append-only (% refused)', tg_table_name, tg_op;
end $$;
create trigger edition_is_append_only before update or delete or truncate on criteria.edition
    for each statement execute function criteria.refuse_change();
create trigger control_is_append_only before update or delete or truncate on criteria.control
    for each statement execute function criteria.refuse_change();
create trigger text_set_is_append_only before update or delete or truncate on criteria.text_set
    for each statement execute function criteria.refuse_change();
create trigger official_text_is_append_only before update or delete or truncate on criteria.official_text
    for each statement execute function criteria.refuse_change();
create trigger dated_list_is_append_only before update or delete or truncate on criteria.dated_list
    for each statement execute function criteria.refuse_change();
create trigger dated_list_entry_is_append_only before update or delete or truncate on criteria.dated_list_entry
    for each statement execute function criteria.refuse_change();

grant usage on schema criteria to torokubo_app, torokubo_public;
grant select, insert on criteria.edition, criteria.control, criteria.text_set, criteria.official_text, criteria.dated_list,
    criteria.dated_list_entry, criteria.shipped to torokubo_app;
grant select on criteria.edition, criteria.control, criteria.text_set, criteria.official_text, criteria.dated_list,
    criteria.dated_list_entry to torokubo_public;
