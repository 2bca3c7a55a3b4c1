-- Who may run the register, how they prove who they are, and what they did.
-- First step: nothing existed before.
-- Rolls back by: drop table identity.attempt, identity.link, identity.passkey, identity.role, identity.person;
revoke all on schema identity from public;
grant usage on schema identity to torokubo_app;

-- A person is never deleted: the trail and the confirmations keep naming him.
create table identity.person (
    id uuid primary key,
    name text not null,
    login text not null unique check (login = lower(login)),
    password text,
    totp_secret text,
    totp_confirmed boolean not null default false,
    totp_last_step bigint not null default 0,
    usable_since timestamptz,
    epoch integer not null default 0,
    created_at timestamptz not null
);
comment on column identity.person.password is 'PBKDF2, with its parameters in front; null until set, and again after a reset';
comment on column identity.person.totp_secret is 'base 32; readable by the program''s own login only';
comment on column identity.person.totp_last_step is 'the newest 30-second step whose code was used: no code of it or of an older one counts again';
comment on column identity.person.usable_since is 'null until a second proof has been enrolled; until then nobody can sign in';
comment on column identity.person.epoch is 'grows with every reset; a session of an older epoch is over';

create table identity.role (
    id uuid primary key,
    person uuid not null references identity.person,
    role text not null check (role in ('OPERATOR')),
    starts_at timestamptz not null,
    ends_at timestamptz,
    granted_by uuid not null,
    ended_by uuid,
    check (ends_at is null or ends_at >= starts_at)
);
create unique index role_held_once on identity.role (person, role) where ends_at is null;

create table identity.passkey (
    credential_id text primary key,
    person uuid not null references identity.person,
    label text not null,
    public_key bytea not null,
    signature_count bigint not null,
    uv_initialized boolean not null,
    backup_eligible boolean not null,
    backup_state boolean not null,
    transports text not null,
    attestation bytea,
    client_data bytea,
    created_at timestamptz not null,
    last_used_at timestamptz not null
);
create index passkey_of_person on identity.passkey (person);

-- One-time links. Only the hash of a link is kept: who reads this table cannot use it.
create table identity.link (
    id uuid primary key,
    token_hash text not null unique,
    purpose text not null check (purpose in ('FIRST', 'INVITATION', 'RESET')),
    person uuid references identity.person,
    issued_by uuid not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    withdrawn_at timestamptz
);
create index link_open on identity.link (issued_at) where used_at is null and withdrawn_at is null;

-- Wrong attempts, counted before the proof is looked at, so that many at once are counted too.
create table identity.attempt (
    kind text not null check (kind in ('ACCOUNT', 'ADDRESS')),
    key text not null,
    since timestamptz not null,
    count integer not null,
    primary key (kind, key)
);
comment on column identity.attempt.key is 'SHA-256 of the login name or of the address';

grant select, insert, update on identity.person, identity.role, identity.link to torokubo_app;
grant select, insert, update, delete on identity.passkey, identity.attempt to torokubo_app;
