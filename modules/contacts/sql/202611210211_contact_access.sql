-- as: aura_access
-- The few questions about contacts whose answer must not depend on what the asker sees. Each stays in the caller's tenant.

create function crm.shared_contact_ids() returns setof uuid
language sql stable security definer set search_path = '' rows 20 as $$
  select s.contact_id from crm.contact_shares s where s.tenant_id = (select app.tenant_id()) and s.user_id = (select app.user_id())
$$;
comment on function crm.shared_contact_ids() is 'Contacts that were shared with the person of the context.';
grant execute on function crm.shared_contact_ids() to aura_rep, aura_manager;

create function crm.organization_name(organization uuid) returns text
language sql stable security definer set search_path = '' as $$
  select o.name from crm.organizations o where o.tenant_id = app.tenant_id() and o.id = organization
$$;
comment on function crm.organization_name(uuid) is 'For the words of a contact: people are searched by their company (F7.3).';

create function crm.contact_document(contact crm.contacts) returns text
language sql stable security definer set search_path = '' as $$
  -- One value per line, so that no phone number runs into its neighbour. Digits also without a trunk zero.
  select pg_catalog.concat_ws(E'\n', contact.first_name, contact.last_name, contact.email, contact.phone, contact.phone_norm,
    pg_catalog.ltrim(contact.phone_norm, '0'), contact.title, crm.organization_name(contact.organization_id))
$$;
comment on function crm.contact_document(crm.contacts) is 'The text that a contact is found by.';

create function crm.refresh_contact_tokens() returns trigger
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
  insert into search.tokens (tenant_id, entity, token, record_id, owner_id)
  select c.tenant_id, 'contact', w, c.id, c.owner_id
    from crm.contacts c, pg_catalog.unnest(search.tokenize(crm.contact_document(c))) w
   where c.tenant_id = app.tenant_id() and c.organization_id = any (renamed) and c.deleted_at is null;
  return null;
end
$$;
comment on function crm.refresh_contact_tokens() is 'Renaming an organization renames it in the words of its contacts, in the same transaction.';
grant execute on function crm.refresh_contact_tokens() to aura_owner;
