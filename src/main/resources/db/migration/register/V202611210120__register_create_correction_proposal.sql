-- Corrections that wait for a second person. Not published: what is proposed is not yet said.
-- Undo: drop table register.correction_proposal;
create table register.correction_proposal (
    id             uuid primary key,
    register       text not null references register.book,
    register_index bigint not null,
    body           text not null,
    hash           text not null
);
comment on column register.correction_proposal.id is 'That of the proposal at the desk of confirmations, which knows its state.';
comment on column register.correction_proposal.register_index is 'The last entry the proposer saw; a confirmation needs the register still to end with it.';
comment on column register.correction_proposal.body is 'What is to be recorded: the sayings as JSON in canonical form.';
comment on column register.correction_proposal.hash is 'SHA-256 of the body, in hexadecimal: what both persons saw.';
grant select, insert on register.correction_proposal to torokubo_app;
