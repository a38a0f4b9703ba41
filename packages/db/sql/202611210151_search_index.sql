-- as: aura_access
create function search.replace_tokens(p_entity text, p_record uuid, p_owner uuid, p_document text) returns void
language sql volatile security definer set search_path = '' as $$
  delete from search.tokens t where t.tenant_id = app.tenant_id() and t.record_id = p_record and t.entity = p_entity;
  insert into search.tokens (tenant_id, entity, token, record_id, owner_id)
  select app.tenant_id(), p_entity, w, p_record, p_owner from pg_catalog.unnest(search.tokenize(p_document)) w
$$;

-- Statement trigger. Arguments: entity; SQL expression over row n giving the searchable text (null hides the record);
-- expression giving the owner (null: visible to everyone).
create function search.index_rows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    execute pg_catalog.format(
      'delete from search.tokens t using (select n.tenant_id, n.id from new_rows n) changed
        where t.tenant_id = changed.tenant_id and t.record_id = changed.id and t.entity = %L', tg_argv[0]);
  end if;
  execute pg_catalog.format(
    'insert into search.tokens (tenant_id, entity, token, record_id, owner_id)
     select n.tenant_id, %L, w, n.id, %s from new_rows n, pg_catalog.unnest(search.tokenize(%s)) w
      where n.deleted_at is null', tg_argv[0], tg_argv[2], tg_argv[1]);
  return null;
end
$$;
comment on function search.index_rows() is 'Keeps search.tokens in step with a table, in the same transaction. A module attaches it to its table.';
grant execute on function search.index_rows() to aura_owner;
grant execute on function search.replace_tokens(text, uuid, uuid, text) to aura_owner;
