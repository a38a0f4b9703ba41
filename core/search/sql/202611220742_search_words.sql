-- as: aura_owner
-- The words of a text, as rows. Without settings of its own, so that a statement over many rows takes it in instead of calling it:
-- half of the time that an import spent on words was calling (search.index_rows).
create function search.words_of(document text) returns setof text
language sql immutable parallel safe as $$
  select distinct pg_catalog.left(found.word, 64)
    from (select pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.translate(pg_catalog.lower(pg_catalog.regexp_replace(
            pg_catalog.normalize(coalesce(document, ''), 'NFKD'), E'[\u0300-\u036f]', '', 'g')), 'łøđ', 'lod'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') as text
          offset 0) plain,
         lateral (
           select pg_catalog.regexp_split_to_table(plain.text, E'[[:space:]!-/:-@\\[-`{-~]+') as word
           union all
           -- An address is searched whole too. Its mark keeps it out of the way of the name that it begins with, which many ask for.
           select '@' || m[1] from pg_catalog.regexp_matches(plain.text, '([^[:space:],;<>"]+@[^[:space:],;<>"]+)', 'g') m
           union all
           -- A phone number is searched by its digits, whole or without its prefix.
           select pg_catalog.right(digits, n)
             from pg_catalog.regexp_matches(plain.text, '(\+?[0-9(][0-9 ()./-]{5,}[0-9])', 'g') m,
                  lateral pg_catalog.regexp_replace(m[1], '[^0-9]', '', 'g') digits, pg_catalog.unnest(array[20, 10, 7]) n
            where pg_catalog.length(digits) >= 7
         ) found
   where found.word <> ''
$$;
comment on function search.words_of(text) is 'The words of a text: without case, accents and punctuation; addresses and phone numbers whole.';
grant execute on function search.words_of(text) to aura_rep, aura_manager, aura_access;

create or replace function search.tokenize(document text) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(pg_catalog.array_agg(w order by w), '{}') from search.words_of(document) w
$$;
