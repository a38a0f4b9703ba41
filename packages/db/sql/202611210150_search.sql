-- as: aura_owner
-- Search that stays on an index beneath row-level security (F7.3). ILIKE, trigrams and @@ are not leakproof, so they
-- cannot use an index under a policy; a prefix match (^@) on a stored token can. Each record has its words as rows here.

create function search.tokenize(document text) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  with plain as (
    select pg_catalog.translate(pg_catalog.lower(pg_catalog.regexp_replace(
      pg_catalog.normalize(coalesce(document, ''), 'NFKD'), E'[\u0300-\u036f]', '', 'g')), 'łøđæœßþ', 'lodaost') as text
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
comment on function search.tokenize(text) is 'The words of a text: without case, accents and punctuation; addresses and phone numbers also whole.';
grant execute on function search.tokenize(text) to aura_rep, aura_manager, aura_access;

create table search.tokens (
  tenant_id uuid not null,
  entity text not null,
  token text collate "C" not null,
  record_id uuid not null,
  owner_id uuid,
  constraint tokens_pkey primary key (tenant_id, entity, token, record_id)
);
create index tokens_record on search.tokens (tenant_id, record_id, token);
comment on table search.tokens is 'One row per word of a record. owner_id is copied from the record so that a rep''s search needs no join.';
alter table search.tokens enable row level security, force row level security;
select app_admin.policy('search.tokens', 'select_manager', 'select', 'aura_manager', 'tenant_id = (select app.tenant_id()) and (select app.has_role(''admin'', ''manager''))', null, 'F9.3: managers and admins see all of their tenant');
select app_admin.policy('search.tokens', 'select_rep', 'select', 'aura_rep', 'tenant_id = (select app.tenant_id()) and (owner_id is null or owner_id = (select app.user_id()))', null, 'F9.4: own records, and those that everyone sees');
-- Each owned entity adds select_rep_<entity> for the records shared with a person.
select app_admin.policy('search.tokens', 'index_access', 'all', 'aura_access', 'tenant_id = (select app.tenant_id())', 'tenant_id = (select app.tenant_id())', 'The index trigger keeps tokens in step, in the caller''s tenant');
grant select on search.tokens to aura_rep, aura_manager;
grant select, insert, update, delete on search.tokens to aura_access;
