-- Public parts of statements that wait for a second person. Not published: what is proposed is not yet said.
-- Undo: drop table register.statement_proposal;
create table register.statement_proposal (
    id             uuid primary key,
    register       text not null references register.book,
    register_index bigint not null,
    body           text not null,
    hash           text not null
);
comment on column register.statement_proposal.id is 'That of the proposal at the desk of confirmations, which knows its state.';
comment on column register.statement_proposal.register_index is 'The last entry the proposer saw; a confirmation needs the register still to end with it.';
comment on column register.statement_proposal.body is 'What is to be recorded as JSON in canonical form.';
comment on column register.statement_proposal.hash is 'SHA-256 of the body, in hexadecimal: what both persons saw.';
grant select, insert on register.statement_proposal to torokubo_app;
