-- as: aura_access
-- As before, but a row's text is made once and its words are found in the statement itself (search.words_of).
create or replace function search.index_rows() returns trigger
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
     select r.tenant_id, %L, w, r.id, r.owner
       from (select n.tenant_id, n.id, %s as owner, %s as document from new_rows n
              where n.deleted_at is null and ($1 is null or n.id = any ($1)) offset 0) r,
            search.words_of(r.document) w', tg_argv[0], tg_argv[2], tg_argv[1])
    using changed;
  return null;
end
$$;
