-- Work that did not come to its end, so that somebody sees it who can do something about it.
-- Undo: drop table jobs.failed_job.
create table jobs.failed_job (
    id          uuid        not null primary key,
    kind        text        not null,
    subject     text        not null,
    failed_at   timestamptz not null,
    reason      text        not null
);
create index failed_job_newest on jobs.failed_job (failed_at desc, id desc);
grant usage on schema jobs to torokubo_app;
grant select, insert on jobs.failed_job to torokubo_app;
