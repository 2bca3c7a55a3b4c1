-- For which day of a task people have been reminded, so that it is done once for each day that is set.
-- Expand step: null means not yet.
-- Rolls back by: alter table desk.task drop column reminded_of.
alter table desk.task add column reminded_of date;
create index task_near on desk.task (due_on) where state = 'open' and due_on is not null;
