-- as: aura_owner
-- Names are compared and sorted without case, accents and double spaces. Stored in generated columns: lower() beneath
-- row-level security would not use an index.

create function search.fold(name text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select pg_catalog.translate(pg_catalog.lower(pg_catalog.regexp_replace(
    pg_catalog.btrim(pg_catalog.regexp_replace(pg_catalog.normalize(coalesce(name, ''), 'NFKD'), '[[:space:]]+', ' ', 'g')),
    E'[\u0300-\u036f]', '', 'g')), 'łøđæœßþ', 'lodaost')
$$;
comment on function search.fold(text) is 'A name without case, accents and extra spaces: how people who type it again mean it.';
grant execute on function search.fold(text) to aura_rep, aura_manager, aura_access;
