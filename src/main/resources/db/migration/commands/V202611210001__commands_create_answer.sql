-- One row for each command that took effect, so that the same command sent again is answered and not done again.
-- The row is claimed at the start of the command's transaction and answered at its end; nobody outside ever sees it unanswered.
-- Undo: drop table commands.answer;
create table commands.answer (
    id           uuid primary key,
    request_hash text not null,
    answer       text,
    asked_at     timestamptz not null
);
comment on column commands.answer.request_hash is 'SHA-256 in hexadecimal of what was asked for.';
comment on column commands.answer.answer is 'What the sender was told, as JSON.';
grant usage on schema commands to torokubo_app;
grant select, insert, update on commands.answer to torokubo_app;
