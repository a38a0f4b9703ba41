-- as: aura_owner
-- The words of many contacts are made in the statement that writes them: asking for each one's organization verified the
-- caller once for each row, which was most of an import's time.
create function crm.contact_text(contact crm.contacts, organization text) returns text
language sql stable parallel safe as $$
  -- One value per line, so that no phone number runs into its neighbour. Digits also without a trunk zero, and
  -- without a country code (search-query.ts takes both off what is asked).
  select pg_catalog.concat_ws(E'\n', contact.first_name, contact.last_name, contact.email, contact.phone, contact.phone_norm,
    pg_catalog.ltrim(contact.phone_norm, '0'), crm.national_number(contact.phone), contact.title, organization)
$$;
comment on function crm.contact_text(crm.contacts, text) is 'What a contact is found by, without those merged into it: crm.contact_document() adds them.';
grant execute on function crm.contact_text(crm.contacts, text) to aura_access;

drop trigger y_search_insert on crm.contacts;
create trigger y_search_insert after insert on crm.contacts referencing new table as new_rows
  for each statement execute function search.index_rows('contact',
    'case when n.merged_count > 0 then crm.contact_document(n)
          else crm.contact_text(n, (select o.name from crm.organizations o where o.tenant_id = n.tenant_id and o.id = n.organization_id)) end', 'n.owner_id');
drop trigger y_search_update on crm.contacts;
create trigger y_search_update after update on crm.contacts referencing old table as old_rows new table as new_rows
  for each statement execute function search.index_rows('contact', 'crm.contact_document(n)', 'n.owner_id',
    'row (n.first_name, n.last_name, n.email, n.phone, n.title, n.organization_id, n.merged_count)');

drop trigger b_owner on crm.contacts;
create trigger b_owner before update of owner_id on crm.contacts for each row execute function crm.refuse_deactivated_owner();
create trigger b_owner_insert after insert on crm.contacts referencing new table as new_rows
  for each statement execute function crm.refuse_deactivated_owners();
