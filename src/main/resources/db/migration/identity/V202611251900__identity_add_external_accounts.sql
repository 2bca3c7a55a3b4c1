-- By what people are known at issuers of identities outside, such as GビズID.
-- Expand step: nothing existed before. Rolls back by: drop table identity.external_account.
create table identity.external_account (
    id uuid primary key,
    issuer text not null,
    subject text not null,
    person uuid not null references identity.person,
    corporate_number text check (corporate_number ~ '^[1-9][0-9]{12}$'),
    linked_at timestamptz not null,
    last_used_at timestamptz not null,
    unique (issuer, subject)
);
comment on column identity.external_account.issuer is 'its address, as it stands in tokens';
comment on column identity.external_account.corporate_number is '法人番号 of the company he came for; null: the issuer did not say';
create index external_account_of_person on identity.external_account (person);

grant select, insert, update, delete on identity.external_account to torokubo_app;
