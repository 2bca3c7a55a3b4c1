-- The events of the registers, as the log has them, and a row per register for writers to queue on.
-- Everything in register.event is published: who recorded an entry stands in it only as a role and a commitment.
-- Undo: drop table register.event, register.book; drop function register.refuse_change();
create table register.book (
    register text primary key
);
comment on table register.book is 'One row per register. A writer locks it before he looks, so that what he saw is still true when he writes.';
insert into register.book (register) values ('ismap'), ('liu'), ('audit-bodies');

create table register.event (
    register     text not null references register.book,
    index        bigint not null check (index >= 0),
    recorded_at  timestamptz not null,
    type         text not null,
    schema       int not null,
    service_id   uuid,
    concerns     date,
    corrects     bigint,
    root         bigint not null,
    body         text not null,
    role         text not null,
    leaf_hash    text not null,
    primary key (register, index),
    check ((type = 'corrected') = (corrects is not null)),
    check (corrects < index)
);
comment on column register.event.service_id is 'The service it befell; for a correction that of the entry in question. Null for a publication.';
comment on column register.event.concerns is 'The day from which it takes effect; for a correction that of its replacement, else of what it corrects; for a publication its last complete day.';
comment on column register.event.corrects is 'Index of the entry that was wrong.';
comment on column register.event.root is 'Its own index; for a correction that of the entry at the end of the chain.';
comment on column register.event.body is 'The body of the log entry as JSON, its members in the order of their names.';
create index event_of_service on register.event (register, service_id, index);
create index event_without_service on register.event (register, index) where service_id is null;
create index event_concerns on register.event (register, concerns, index);
create index event_corrects on register.event (register, corrects) where corrects is not null;
create index event_recorded_at on register.event (register, recorded_at, index);

create function register.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'register.% is append-only (% refused)', tg_table_name, tg_op;
end $$;
create trigger event_is_append_only
    before update or delete or truncate on register.event
    for each statement execute function register.refuse_change();

grant usage on schema register to torokubo_app, torokubo_public;
grant select, update on register.book to torokubo_app;
grant select, insert on register.event to torokubo_app;
grant select on register.event to torokubo_public;
