-- as: aura_owner
-- The customer's people on a deal.

create table crm.deal_contacts (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  deal_id uuid not null,
  contact_id uuid not null,
  role text,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  constraint deal_contacts_pkey primary key (tenant_id, id),
  constraint deal_contacts_key unique (tenant_id, deal_id, contact_id),
  constraint deal_contacts_deal_fkey foreign key (tenant_id, deal_id) references crm.deals (tenant_id, id),
  constraint deal_contacts_contact_fkey foreign key (tenant_id, contact_id) references crm.contacts (tenant_id, id),
  constraint deal_contacts_role_length check (char_length(role) <= 60)
);
create index deal_contacts_contact on crm.deal_contacts (tenant_id, contact_id);
comment on table crm.deal_contacts is 'The people on the customer''s side, with their part in the decision.';
select app_admin.protect('crm.deal_contacts', 'child:crm.deals:deal_id', 'deal_contact', '{role}', insert_only => '{deal_id,contact_id}', deletable => true);
-- The generated rule asks for the deal only: a rep could link, and so find out, a colleague's contact.
drop policy insert_rep on crm.deal_contacts;
select app_admin.policy('crm.deal_contacts', 'insert_rep', 'insert', 'aura_rep', null,
  'tenant_id = (select app.tenant_id())
     and exists (select from crm.deals d where d.tenant_id = deal_contacts.tenant_id and d.id = deal_contacts.deal_id)
     and exists (select from crm.contacts c where c.tenant_id = deal_contacts.tenant_id and c.id = deal_contacts.contact_id)',
  'Only people that the rep sees are put on a deal that they see');
