-- as: aura_access
create function search.replace_tokens(p_entity text, p_record uuid, p_owner uuid, p_document text) returns void
language sql volatile security definer set search_path = '' as $$
  delete from search.tokens t where t.tenant_id = app.tenant_id() and t.record_id = p_record and t.entity = p_entity;
  insert into search.tokens (tenant_id, entity, token, record_id, owner_id)
  select app.tenant_id(), p_entity, w, p_record, p_owner from pg_catalog.unnest(search.tokenize(p_document)) w
$$;

-- Statement trigger. Arguments: entity; SQL expression over row n giving the searchable text (null hides the record);
-- expression giving the owner (null: visible to everyone); optionally the columns that the text is made of, as a row
-- expression: comparing them is cheaper than making the text of every row that an update touches.
create function search.index_rows() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  changed uuid[];
begin
  if tg_op = 'UPDATE' then
    -- Most updates change no word: an amount, a stage, a version.
    execute pg_catalog.format(
      'select pg_catalog.array_agg(fresh.id)
         from (select n.id, %1$s as document, %2$s as owner, n.deleted_at is null as is_live from new_rows n) fresh
         join (select n.id, %1$s as document, %2$s as owner, n.deleted_at is null as is_live from old_rows n) former on former.id = fresh.id
        where (fresh.document, fresh.owner, fresh.is_live) is distinct from (former.document, former.owner, former.is_live)', coalesce(tg_argv[3], tg_argv[1]), tg_argv[2])
      into changed;
    if changed is null then
      return null;
    end if;
    -- By an array, so that the index on records is used: a join with the transition table reads the whole tenant's words.
    delete from search.tokens t where t.tenant_id = app.tenant_id() and t.entity = tg_argv[0] and t.record_id = any (changed);
  end if;
  execute pg_catalog.format(
    'insert into search.tokens (tenant_id, entity, token, record_id, owner_id)
     select n.tenant_id, %L, w, n.id, %s from new_rows n, pg_catalog.unnest(search.tokenize(%s)) w
      where n.deleted_at is null and ($1 is null or n.id = any ($1))', tg_argv[0], tg_argv[2], tg_argv[1])
    using changed;
  return null;
end
$$;
comment on function search.index_rows() is 'Keeps search.tokens in step with a table, in the same transaction. A module attaches it to its table.';
grant execute on function search.index_rows() to aura_owner;
grant execute on function search.replace_tokens(text, uuid, uuid, text) to aura_owner;
