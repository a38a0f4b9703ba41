import { defineArchivePart, made, money, person, ref, shown } from '@aura/exchange';

const deals = defineArchivePart({
  name: 'deals',
  label: 'Deals',
  table: 'crm.deals',
  record: { type: 'deal', name: 't.name' },
  columns: [
    'name',
    money('amount_minor', 't.currency'),
    'currency',
    ref('pipeline_id', 'pipelines'),
    ref('stage_id', 'stages'),
    ...['probability', 'close_date', 'opened_on', 'stage_entered_at', 'stage_reason', 'closed_at'],
    ...['closed_stage_name', 'closed_probability'],
    ref('closed_from_stage_id', 'stages'),
    ...['lost_reason', 'notes'],
    ref('organization_id', 'organizations'),
    person('owner_id'),
    ...['next_step', 'next_step_on', 'escalated_at'],
    person('escalated_by'),
    ...['custom_fields', 'external_id', ...made, 'deleted_at'],
  ],
});

/** The totals of a line and of its deal follow from these. */
const lineItems = defineArchivePart({
  name: 'lineItems',
  label: 'Line items',
  table: 'crm.line_items',
  columns: [
    ref('deal_id', 'deals'),
    ref('product_id', 'products'),
    ...['description', 'position', 'quantity'],
    shown('currency', dealCurrency()),
    money('unit_price_minor', dealCurrency()),
    'discount_percent',
    money('discount_amount_minor', dealCurrency()),
    ...['tax_percent', 'override_reason'],
    money('list_price_minor', dealCurrency()),
    money('unit_cost_minor', dealCurrency()),
    ...['max_discount_percent', 'target_margin_percent'],
    ...made,
  ],
});

function dealCurrency(): string {
  return '(select d.currency from crm.deals d where d.tenant_id = t.tenant_id and d.id = t.deal_id)';
}

const dealContacts = defineArchivePart({
  name: 'dealContacts',
  label: 'Contacts of deals',
  table: 'crm.deal_contacts',
  columns: [ref('deal_id', 'deals'), ref('contact_id', 'contacts'), 'role', ...made],
});

const dealMembers = defineArchivePart({
  name: 'dealMembers',
  label: 'Collaborators',
  table: 'crm.deal_members',
  columns: [ref('deal_id', 'deals'), person('user_id'), 'kind', ...made],
});

const stageChanges = defineArchivePart({
  name: 'stageChanges',
  label: 'History of stages',
  table: 'crm.stage_changes',
  columns: [
    ref('deal_id', 'deals'),
    ref('from_stage_id', 'stages'),
    ...['from_stage_name', 'from_probability'],
    ref('to_stage_id', 'stages'),
    ...['to_stage_name', 'to_probability', 'to_status', 'reason', 'changed_at'],
    person('changed_by'),
  ],
});

const dealStages = defineArchivePart({
  name: 'dealStages',
  label: 'Stays in stages',
  table: 'crm.deal_stages',
  key: ['deal_id', 'stage_id'],
  columns: [
    ref('deal_id', 'deals'),
    ref('stage_id', 'stages'),
    ref('pipeline_id', 'pipelines'),
    person('owner_id'),
    ...['is_archived', 'entered_at', 'left_at', 'outcome'],
  ],
});

export const dealArchives = [deals, lineItems, dealContacts, dealMembers, stageChanges, dealStages];
