-- Which instance does a piece of scheduled work: one at a time, until the lease runs out. Whoever takes over has a higher epoch.
-- First step: nothing existed before.
-- Rolls back by: drop table jobs.lease.
create table jobs.lease (
    work        text        not null primary key,
    epoch       bigint      not null,
    held_until  timestamptz not null
);
grant select, insert, update on jobs.lease to torokubo_app;
