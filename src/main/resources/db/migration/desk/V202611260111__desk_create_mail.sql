-- Mail: the outbox, what people have chosen, and the mails with what became of them. A mail is kept as kinds and counts, never as text.
-- First step: nothing existed before.
-- Rolls back by: drop table desk.notice, desk.mail_line, desk.mail, desk.mail_unwanted, desk.mail_wish;
create table desk.mail_wish (
    person uuid primary key,
    pace text not null check (pace in ('at-once', 'daily', 'weekly', 'off')),
    language text not null check (language in ('ja', 'en')),
    chosen_at timestamptz not null
);
comment on table desk.mail_wish is 'who is not in it has chosen nothing: daily, in Japanese';

create table desk.mail_unwanted (
    person uuid not null,
    kind text not null,
    primary key (person, kind)
);

create table desk.mail (
    id uuid primary key,
    person uuid not null,
    language text not null check (language in ('ja', 'en')),
    composed_at timestamptz not null,
    tries integer not null,
    next_try_at timestamptz not null,
    state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
    reply text,
    ended_at timestamptz,
    check ((state = 'waiting') = (ended_at is null))
);
comment on column desk.mail.id is 'its Message-ID is made of it, so that one sent twice is known to be the same';
comment on column desk.mail.tries is 'counted before each try, so that a sender that dies in the middle has tried';
comment on column desk.mail.reply is 'what the mail server said to the last try that came to nothing';
create index mail_waiting on desk.mail (next_try_at, id) where state = 'waiting';
create index mail_failed on desk.mail (ended_at desc, id desc) where state = 'failed';

create table desk.mail_line (
    mail uuid not null references desk.mail,
    of_task boolean not null,
    kind text not null,
    count integer not null check (count > 0),
    nearest_due date,
    primary key (mail, of_task, kind)
);

create table desk.notice (
    id uuid primary key,
    person uuid not null,
    kind text not null,
    task uuid references desk.task,
    message uuid references desk.message,
    written_at timestamptz not null,
    taken_at timestamptz,
    mail uuid references desk.mail,
    check ((task is null) <> (message is null)),
    check (mail is null or taken_at is not null)
);
comment on column desk.notice.mail is 'null where it was taken and there was nothing left to say';
create index notice_waiting on desk.notice (person, written_at) where taken_at is null;

grant select, insert, update on desk.mail_wish, desk.mail, desk.mail_line, desk.notice to torokubo_app;
grant select, insert, delete on desk.mail_unwanted to torokubo_app;

-- What somebody has chosen is his own; notices and mails are the program's, and operators look after the mails. Lines of a mail say kinds and
-- counts, and are found by the mail's id only.
alter table desk.mail_wish enable row level security;
alter table desk.mail_wish force row level security;
create policy walls on desk.mail_wish using (
    (select current_setting('torokubo.program', true) = 'yes')
    or person = (select nullif(current_setting('torokubo.person', true), '')::uuid));

alter table desk.mail_unwanted enable row level security;
alter table desk.mail_unwanted force row level security;
create policy walls on desk.mail_unwanted using (
    (select current_setting('torokubo.program', true) = 'yes')
    or person = (select nullif(current_setting('torokubo.person', true), '')::uuid));

alter table desk.mail enable row level security;
alter table desk.mail force row level security;
create policy walls on desk.mail using (
    (select current_setting('torokubo.program', true) = 'yes')
    or (select current_setting('torokubo.role', true) = 'OPERATOR'));

alter table desk.notice enable row level security;
alter table desk.notice force row level security;
create policy walls on desk.notice using ((select current_setting('torokubo.program', true) = 'yes'));
