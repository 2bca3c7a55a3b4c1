-- For a wall that opens to an organisation by its corporate number, whether or not anybody is here under it: the number of the organisation
-- for which somebody acts. It is part of the contract with every module, as identity.act_as is.
-- First step: nothing existed before. Rolls back by: drop function identity.acting_corporate_number().
create function identity.acting_corporate_number() returns text language sql stable as $$
    select o.corporate_number from identity.organisation o
    where o.id = (select nullif(current_setting('torokubo.organisation', true), '')::uuid);
$$;
revoke all on function identity.acting_corporate_number() from public;
grant execute on function identity.acting_corporate_number() to torokubo_app;
