-- Indexes are built after the rows: many times faster, and packed as a maintained database's are.
create table bench.parked (position int generated always as identity, remove text, restore text);

create procedure bench.park_indexes()
language plpgsql as $$
declare
  one record;
begin
  insert into bench.parked (remove, restore)
  select format('alter table search.tokens drop constraint %I', conname), format('alter table search.tokens add constraint %I %s', conname, pg_get_constraintdef(oid))
    from pg_constraint where conrelid = 'search.tokens'::regclass and contype = 'p';
  insert into bench.parked (remove, restore)
  select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i
   where i.indrelid in ('crm.contacts'::regclass, 'crm.deals'::regclass, 'crm.stage_changes'::regclass, 'crm.deal_stages'::regclass, 'crm.activities'::regclass, 'search.tokens'::regclass, 'search.custom_values'::regclass)
     and not exists (select from pg_constraint c where c.conindid = i.indexrelid);
  for one in select remove from bench.parked order by position loop
    execute one.remove;
  end loop;
end
$$;
