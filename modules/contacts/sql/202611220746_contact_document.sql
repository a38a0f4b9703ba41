-- as: aura_access
create or replace function crm.contact_document(contact crm.contacts) returns text
language sql stable security definer set search_path = '' as $$
  -- Whoever looks for what a merged contact was called finds the one that stands for it.
  select pg_catalog.concat_ws(E'\n', crm.contact_text(contact, crm.organization_name(contact.organization_id)),
    case when contact.merged_count > 0 then
      (select pg_catalog.string_agg(crm.contact_document(c), E'\n' order by c.id) from crm.contacts c
        where c.tenant_id = contact.tenant_id and c.merged_into_id = contact.id) end)
$$;
