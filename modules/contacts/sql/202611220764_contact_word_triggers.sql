-- as: aura_owner
-- With the name that the list is sorted by; an update of many makes their words in its statement too, as new ones do.
drop trigger y_search_insert on crm.contacts;
create trigger y_search_insert after insert on crm.contacts referencing new table as new_rows
  for each statement execute function search.index_rows('contact',
    'case when n.merged_count > 0 then crm.contact_document(n)
          else crm.contact_text(n, (select o.name from crm.organizations o where o.tenant_id = n.tenant_id and o.id = n.organization_id)) end',
    'n.owner_id', '', 'n.name_norm');
drop trigger y_search_update on crm.contacts;
create trigger y_search_update after update on crm.contacts referencing old table as old_rows new table as new_rows
  for each statement execute function search.index_rows('contact',
    'case when n.merged_count > 0 then crm.contact_document(n)
          else crm.contact_text(n, (select o.name from crm.organizations o where o.tenant_id = n.tenant_id and o.id = n.organization_id)) end',
    'n.owner_id', 'row (n.first_name, n.last_name, n.email, n.phone, n.title, n.organization_id, n.merged_count)', 'n.name_norm');
