-- as: aura_owner
select app_admin.policy('crm.contact_shares', 'select_access', 'select', 'aura_access', 'tenant_id = (select app.tenant_id())', null,
  'crm.shared_contact_ids answers for the person of the context');
select app_admin.policy('crm.contacts', 'select_access', 'select', 'aura_access', 'tenant_id = (select app.tenant_id())', null,
  'The words of contacts are refreshed when their organization is renamed');
select app_admin.policy('crm.organizations', 'select_access', 'select', 'aura_access', 'tenant_id = (select app.tenant_id())', null,
  'The words of a contact include its organization''s name');

select app_admin.protect('crm.contacts', 'owned', 'contact',
  writable => '{first_name,last_name,email,phone,title,organization_id,external_id,custom_fields,deleted_at,escalated_at,escalated_by}',
  manager_writable => '{owner_id}',
  insert_only => '{import_id}',
  shared_by => 'crm.shared_contact_ids()');

select app_admin.protect('crm.contact_shares', 'manager', 'contact_share', '{}',
  insert_only => '{contact_id,user_id}', deletable => true, id_column => 'contact_id');
-- A share is seen by those it concerns: the generated rule would show every share to everyone.
drop policy select_rep on crm.contact_shares;
select app_admin.policy('crm.contact_shares', 'select_rep', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', null, 'One''s own shares');

select app_admin.policy('core.events', 'select_rep_contact', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and entity = ''contact'' and exists (select from crm.contacts c where c.tenant_id = events.tenant_id and c.id = events.entity_id)',
  null, 'A rep reads the timeline of contacts they see');
select app_admin.policy('search.tokens', 'select_rep_contact', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and entity = ''contact'' and record_id = any (array(select crm.shared_contact_ids()))',
  null, 'Contacts shared with the person are found too');

create trigger b_custom_fields before insert or update of custom_fields on crm.contacts
  for each row when (new.custom_fields <> '{}') execute function core.check_custom_fields('contact');
create trigger b_owner before insert or update of owner_id on crm.contacts
  for each row execute function crm.refuse_deactivated_owner();

create trigger y_search_insert after insert on crm.contacts referencing new table as new_rows
  for each statement execute function search.index_rows('contact', 'crm.contact_document(n)', 'n.owner_id');
create trigger y_search_update after update on crm.contacts referencing old table as old_rows new table as new_rows
  for each statement execute function search.index_rows('contact', 'crm.contact_document(n)', 'n.owner_id');
create trigger y_search_contacts after update on crm.organizations referencing old table as old_rows new table as new_rows
  for each statement execute function crm.refresh_contact_tokens();
