-- as: aura_access
-- As before, with what each record is sorted by; and an update writes the words that it changes, not all of the record's.
-- The fifth argument: SQL expression over row n giving the name that the list is sorted by.
create or replace function search.index_rows() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  changed uuid[];
  words text := pg_catalog.format(
    'select r.tenant_id, %L as entity, w as token, r.id as record_id, r.owner as owner_id, r.name as sort_name
       from (select n.tenant_id, n.id, %s as owner, %s as document, %s as name from new_rows n
              where n.deleted_at is null and ($1 is null or n.id = any ($1)) offset 0) r,
            search.words_of(r.document) w', tg_argv[0], tg_argv[2], tg_argv[1], coalesce(tg_argv[4], ''''''));
begin
  if tg_op = 'INSERT' then
    execute 'insert into search.tokens (tenant_id, entity, token, record_id, owner_id, sort_name) ' || words using changed;
    return null;
  end if;
  -- Most updates change no word: an amount, a stage, a version.
  execute pg_catalog.format(
    'select pg_catalog.array_agg(fresh.id)
       from (select n.id, %1$s as document, %2$s as owner, n.deleted_at is null as is_live from new_rows n) fresh
       join (select n.id, %1$s as document, %2$s as owner, n.deleted_at is null as is_live from old_rows n) former on former.id = fresh.id
      where (fresh.document, fresh.owner, fresh.is_live) is distinct from (former.document, former.owner, former.is_live)', coalesce(nullif(tg_argv[3], ''), tg_argv[1]), tg_argv[2])
    into changed;
  if changed is null then
    return null;
  end if;
  -- By an array, so that the index on records is used: a join with the transition table reads the whole tenant's words.
  execute 'with fresh as materialized (' || words || '), gone as (
      delete from search.tokens t
       where t.tenant_id = app.tenant_id() and t.entity = $2 and t.record_id = any ($1)
         and not exists (select from fresh f where f.record_id = t.record_id and f.token = t.token and f.sort_name = t.sort_name)
    )
    insert into search.tokens as t (tenant_id, entity, token, record_id, owner_id, sort_name)
    select f.tenant_id, f.entity, f.token, f.record_id, f.owner_id, f.sort_name from fresh f
    on conflict on constraint tokens_pkey do update set owner_id = excluded.owner_id where t.owner_id is distinct from excluded.owner_id'
    using changed, tg_argv[0];
  return null;
end
$$;

drop function search.replace_tokens(text, uuid, uuid, text);
create function search.replace_tokens(p_entity text, p_record uuid, p_owner uuid, p_document text, p_name text default '') returns void
language sql volatile security definer set search_path = '' as $$
  delete from search.tokens t where t.tenant_id = app.tenant_id() and t.record_id = p_record and t.entity = p_entity;
  insert into search.tokens (tenant_id, entity, token, record_id, owner_id, sort_name)
  select app.tenant_id(), p_entity, w, p_record, p_owner, p_name from search.words_of(p_document) w
$$;
grant execute on function search.replace_tokens(text, uuid, uuid, text, text) to aura_owner;
