-- What waits for, or was decided by, a second person.
-- First step: nothing existed before.
-- Rolls back by: drop table identity.proposal;
create table identity.proposal (
    id uuid primary key,
    kind text not null,
    subject text not null,
    hash text not null,
    proposer uuid not null,
    proposed_at timestamptz not null,
    state text not null check (state in ('WAITING', 'CONFIRMED', 'TURNED_DOWN')),
    decided_by uuid,
    decided_at timestamptz,
    reason text,
    check ((state = 'WAITING') = (decided_by is null)),
    check ((state = 'WAITING') = (decided_at is null)),
    -- the last guard: whatever the program believes, nobody confirms what he proposed
    constraint nobody_confirms_his_own check (state <> 'CONFIRMED' or decided_by <> proposer)
);
create index proposal_waiting on identity.proposal (proposed_at, id) where state = 'WAITING';

grant select, insert, update on identity.proposal to torokubo_app;
