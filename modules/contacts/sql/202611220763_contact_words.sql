-- as: aura_access
create or replace function crm.refresh_contact_tokens() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  renamed uuid[];
begin
  select pg_catalog.array_agg(n.id) into renamed
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id where o.name is distinct from n.name;
  if renamed is null then
    return null;
  end if;
  delete from search.tokens t using crm.contacts c
   where c.tenant_id = app.tenant_id() and c.organization_id = any (renamed)
     and t.tenant_id = c.tenant_id and t.record_id = c.id and t.entity = 'contact';
  insert into search.tokens (tenant_id, entity, token, record_id, owner_id, sort_name)
  select c.tenant_id, 'contact', w, c.id, c.owner_id, c.name_norm
    from crm.contacts c, search.words_of(crm.contact_document(c)) w
   where c.tenant_id = app.tenant_id() and c.organization_id = any (renamed) and c.deleted_at is null;
  return null;
end
$$;

create or replace function crm.count_merged(p_contact uuid, p_change int) returns void
language plpgsql volatile set search_path = '' as $$
begin
  update crm.contacts c set merged_count = c.merged_count + p_change where c.tenant_id = app.tenant_id() and c.id = p_contact;
  perform search.replace_tokens('contact', c.id, c.owner_id, crm.contact_document(c), c.name_norm)
     from crm.contacts c where c.tenant_id = app.tenant_id() and c.id = p_contact;
end
$$;
