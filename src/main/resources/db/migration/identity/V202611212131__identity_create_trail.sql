-- The record of who did what. It only grows: the program's own login cannot change or remove a line,
-- and the trigger refuses it even for the owner.
-- First step: nothing existed before.
-- Rolls back by: drop table identity.trail; drop function identity.refuse_change();
create table identity.trail (
    id uuid primary key,
    at timestamptz not null,
    actor uuid not null,
    role text not null,
    deed text not null,
    subject text not null,
    before jsonb not null,
    after jsonb not null
);
create index trail_by_time on identity.trail (at desc, id desc);
create index trail_by_actor on identity.trail (actor, at desc, id desc);
create index trail_by_deed on identity.trail (deed, at desc, id desc);
create index trail_by_subject on identity.trail (subject text_pattern_ops, at desc, id desc);

grant select, insert on identity.trail to torokubo_app;
revoke update, delete, truncate on identity.trail from public, torokubo_app;

create function identity.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'identity.trail is append-only (% refused)', tg_op;
end $$;
create trigger trail_is_append_only
    before update or delete or truncate on identity.trail
    for each statement execute function identity.refuse_change();
