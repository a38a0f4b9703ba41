-- as: aura_owner
-- The records of a common word in the order of their names: a page of them is read off the index, word by word
-- (match.queries.ts), instead of fetching and sorting all. Empty where a kind of record is not listed so.
alter table search.tokens drop constraint tokens_pkey;
alter table search.tokens add column sort_name text collate "C" not null default '';
comment on column search.tokens.sort_name is 'What the record''s list compares when it is sorted by name.';
alter table search.tokens add constraint tokens_pkey primary key (tenant_id, entity, token, sort_name, record_id);
