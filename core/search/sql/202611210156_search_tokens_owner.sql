-- as: aura_owner
-- A rep's search asks for the words of their own records first: a common word of the tenant then costs what it costs
-- among theirs. The policy looks at owner and entity, so the probe by record finds both in its index.
create index tokens_owner on search.tokens (tenant_id, entity, owner_id, token, record_id) where owner_id is not null;
drop index search.tokens_record;
create index tokens_record on search.tokens (tenant_id, record_id, token) include (owner_id, entity);
