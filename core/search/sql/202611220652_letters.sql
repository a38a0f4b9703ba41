-- as: aura_owner
-- ß is typed as ss, and ligatures as their two letters.
create or replace function search.tokenize(document text) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  with plain as (
    select pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.translate(pg_catalog.lower(pg_catalog.regexp_replace(
      pg_catalog.normalize(coalesce(document, ''), 'NFKD'), E'[\u0300-\u036f]', '', 'g')), 'łøđ', 'lod'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') as text
  ), words as (
    select pg_catalog.regexp_split_to_table(text, E'[[:space:]!-/:-@\\[-`{-~]+') as word from plain
    union
    -- An address is searched whole too. Its mark keeps it out of the way of the name that it begins with, which many ask for.
    select '@' || m[1] from plain, pg_catalog.regexp_matches(text, '([^[:space:],;<>"]+@[^[:space:],;<>"]+)', 'g') m
    union
    -- A phone number is searched by its digits, whole or without its prefix.
    select pg_catalog.right(digits, n)
      from plain, pg_catalog.regexp_matches(text, '(\+?[0-9(][0-9 ()./-]{5,}[0-9])', 'g') m,
           lateral pg_catalog.regexp_replace(m[1], '[^0-9]', '', 'g') digits, pg_catalog.unnest(array[20, 10, 7]) n
     where pg_catalog.length(digits) >= 7
  )
  select coalesce(pg_catalog.array_agg(distinct pg_catalog.left(word, 64)), '{}') from words where word <> ''
$$;
