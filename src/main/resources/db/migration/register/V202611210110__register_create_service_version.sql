-- What the events mean: each service on every day (valid_from, before valid_to) as known at every entry (known_from, before known_to).
-- Derived from register.event, in the same transaction; it can be thrown away and made again.
-- A new knowledge closes rows and adds others; nothing is rewritten, so a page of yesterday stays the page of yesterday.
-- Undo: drop table register.number_owner, register.service_number, register.horizon, register.service_version;
create table register.service_version (
    register        text not null,
    service_id      uuid not null,
    valid_from      date not null,
    valid_to        date not null,
    known_from      bigint not null,
    known_to        bigint not null,
    by_events       text not null,
    ends_after      date not null,
    undecided_on    date,
    number          text,
    provenance      text,
    name            text not null,
    provider        text not null,
    registered_on   date not null,
    valid_until     date,
    granted_by      bigint not null,
    number_key      text collate "C" not null,
    name_key        text collate "C" not null,
    provider_key    text collate "C" not null,
    valid_until_key date not null,
    search_text     text collate "C" not null,
    search_grams    text[] collate "C" not null,
    detail          text not null,
    primary key (register, service_id, valid_from, known_from),
    check (valid_from < valid_to),
    check (known_from < known_to)
);
comment on column register.service_version.valid_from is 'Day of the last event that made it so.';
comment on column register.service_version.valid_to is 'The first day after it; infinity where no later event is known.';
comment on column register.service_version.known_to is 'Index of the entry with which it ceased to be known so; 9223372036854775807 while it is.';
comment on column register.service_version.by_events is 'What it is where the calendar has not ended it.';
comment on column register.service_version.ends_after is 'The day after which the calendar ends it; infinity where it does not.';
comment on column register.service_version.undecided_on is 'The day the rules leave open: refusal or withdrawal of a renewal past the last valid day.';
comment on column register.service_version.number_key is 'Key to sort by; U+10FFFF where there is no number, so that it comes last.';
comment on column register.service_version.valid_until_key is 'As valid_until; infinity where it is not known.';
comment on column register.service_version.search_text is 'Search keys of name, provider, numbers, other and former names, one a line.';
comment on column register.service_version.search_grams is 'Every one and every two neighbouring characters of each line of search_text, once.';
comment on column register.service_version.detail is 'Facts, basis and former numbers, as JSON.';

-- one order each: the days and the knowledge stand behind the key, so that versions that do not count are passed over inside the index
create index version_by_number on register.service_version (register, number_key, service_id, known_to, valid_to, valid_from, known_from);
create index version_by_name on register.service_version (register, name_key, service_id, known_to, valid_to, valid_from, known_from);
create index version_by_provider on register.service_version (register, provider_key, service_id, known_to, valid_to, valid_from, known_from);
create index version_by_registered_on on register.service_version (register, registered_on, service_id, known_to, valid_to, valid_from, known_from);
create index version_by_valid_until on register.service_version (register, valid_until_key, service_id, known_to, valid_to, valid_from, known_from);
-- counting needs no row
create index version_counted on register.service_version (register, known_to, valid_to) include (valid_from, known_from, by_events, ends_after, provider, registered_on);
create index version_of_provider on register.service_version (register, provider, known_to, valid_to);
-- two characters are enough for an entry in this index, as Japanese words need
create index version_grams on register.service_version using gin (search_grams) with (fastupdate = off);

create table register.horizon (
    register       text not null,
    known_from     bigint not null,
    known_to       bigint not null,
    complete_until date not null,
    primary key (register, known_from)
);
comment on table register.horizon is 'The day up to which a register is complete, as known at every entry.';

create table register.service_number (
    register   text not null,
    number     text not null,
    service_id uuid not null,
    known_from bigint not null,
    known_to   bigint not null,
    primary key (register, number, service_id, known_from)
);
comment on table register.service_number is 'Registration numbers, present and former, as known at every entry.';
create index service_number_of_service on register.service_number (register, service_id);

create table register.number_owner (
    register   text not null,
    number     text not null,
    service_id uuid not null,
    primary key (register, number)
);
comment on table register.number_owner is 'Whose a number, present or former, is by all that is known now. Two services never share one.';

grant select, insert, update on register.service_version to torokubo_app;
grant select, insert, update on register.horizon to torokubo_app;
grant select, insert, update on register.service_number to torokubo_app;
grant select, insert, delete on register.number_owner to torokubo_app;
grant select on register.service_version, register.horizon, register.service_number to torokubo_public;
