import {
  defineImporter,
  externalIdField,
  type ImportRow,
  type ImportScope,
  organizationLink,
  ownerLink,
  type RowProblem,
} from '@aura/exchange';
import { currencySchema, toMinor } from '@aura/kernel';
import {
  fileImportedDeals,
  removeImportedDeals,
  restoreLines,
  updateImportedDeals,
} from './deal-import-rows.service.ts';
import { findStages, type ImportStage, stageFor } from './deal-import-stages.queries.ts';

export const dealImporter = defineImporter({
  entity: 'deals',
  record: 'deal',
  label: 'Deals',
  permission: 'deal:create',
  table: 'crm.deals',
  sideTables: ['crm.line_items', 'crm.stage_changes', 'crm.deal_contacts'],
  isLive: 't.deleted_at is null',
  fields: [
    {
      target: 'name',
      label: 'Name',
      type: 'text',
      column: 'name',
      isRequired: true,
      max: 200,
      headers: ['deal name', 'deal', 'opportunity', 'opportunity name', 'title', 'subject'],
    },
    {
      target: 'amount',
      label: 'Amount',
      type: 'number',
      min: 0,
      headers: [
        'close value',
        'value',
        'deal value',
        'deal amount',
        'opportunity amount',
        'total',
        'price',
        'revenue',
        'expected revenue',
      ],
    },
    {
      target: 'amountMinor',
      label: 'Amount',
      type: 'integer',
      column: 'amount_minor',
      isHidden: true,
      derivedFrom: ['amount'],
      headers: [],
    },
    {
      target: 'currency',
      label: 'Currency',
      type: 'text',
      column: 'currency',
      max: 3,
      headers: ['currency code', 'currency iso code'],
    },
    {
      target: 'stage.name',
      label: 'Stage',
      type: 'text',
      max: 100,
      headers: ['deal stage', 'stage', 'sales stage', 'status', 'phase'],
    },
    { target: 'pipeline.name', label: 'Pipeline', type: 'text', max: 100, headers: ['pipeline'] },
    {
      target: 'stageId',
      label: 'Stage',
      type: 'id',
      column: 'stage_id',
      isHidden: true,
      derivedFrom: ['stage.name'],
      headers: [],
    },
    {
      target: 'probability',
      label: 'Probability',
      type: 'integer',
      column: 'probability',
      min: 0,
      max: 100,
      headers: ['win probability', 'confidence', 'chance'],
    },
    {
      target: 'openedOn',
      label: 'Opened on',
      type: 'date',
      column: 'opened_on',
      headers: [
        'engage date',
        'open date',
        'opened',
        'created date',
        'create date',
        'created',
        'created on',
        'start date',
        'date opened',
      ],
    },
    {
      target: 'closedOn',
      label: 'Closed on',
      type: 'date',
      headers: [
        'close date',
        'closed date',
        'closing date',
        'expected close date',
        'closed',
        'date closed',
        'won date',
      ],
    },
    {
      target: 'closeDate',
      label: 'Close date',
      type: 'date',
      column: 'close_date',
      derivedFrom: ['closedOn'],
      headers: [],
    },
    {
      target: 'closedAt',
      label: 'Closed on',
      type: 'date',
      column: 'closed_at',
      isHidden: true,
      derivedFrom: ['closedOn'],
      headers: [],
    },
    {
      target: 'lostReason',
      label: 'Lost reason',
      type: 'text',
      column: 'lost_reason',
      max: 500,
      headers: ['loss reason', 'reason lost', 'closed lost reason', 'reason'],
    },
    {
      target: 'notes',
      label: 'Notes',
      type: 'text',
      column: 'notes',
      max: 20_000,
      headers: ['description', 'comments', 'comment', 'note'],
    },
    { target: 'nextStep', label: 'Next step', type: 'text', column: 'next_step', max: 500, headers: ['next action'] },
    {
      target: 'nextStepOn',
      label: 'Next step on',
      type: 'date',
      column: 'next_step_on',
      headers: ['next step date', 'next activity date'],
    },
    externalIdField('opportunity id', 'deal id', 'id', 'record id'),
  ],
  links: [
    organizationLink,
    {
      ...{ name: 'items.product', label: 'Product', to: 'products', by: ['externalId', 'sku', 'name'] },
      headers: {
        externalId: ['product id'],
        sku: ['product sku', 'sku', 'product code'],
        name: ['product', 'product name', 'item'],
      },
    },
    {
      ...{ name: 'contacts', label: 'Contacts', to: 'contacts', by: ['externalId', 'email', 'name'], isMany: true },
      headers: {
        externalId: ['contact id'],
        email: ['contact email', 'contact e mail', 'email', 'primary contact email'],
        name: ['contact', 'contact name', 'primary contact'],
      },
    },
    ownerLink,
  ],
  keys: { externalId: { column: 't.external_id' }, name: { column: 't.name_norm', fold: 'lower' } },
  // Deals are often named alike: by name only where the import says so.
  matchOn: ['externalId'],
  templates: { name: '{organization.name} · {items.product.name}' },
  ownerColumn: 'owner_id',
  hasCustomFields: true,
  prepare: async (scope, rows) => {
    const stages = await findStages(scope.ctx);
    return rows.flatMap((row) => prepareDeal(scope, { row, stages }));
  },
  insert: async (scope, rows) => fileImportedDeals(scope, rows, await findStages(scope.ctx)),
  update: (scope, rows) => updateImportedDeals(dealImporter, scope, rows),
  restore: restoreLines,
  remove: removeImportedDeals,
});

type Draft = { row: ImportRow; stages: readonly ImportStage[] };

function prepareDeal(scope: ImportScope, { row, stages }: Draft): RowProblem[] {
  const stage = stageFor(stages, row);
  if (stage === null) {
    const path = row.values['stage.name'] === undefined ? 'pipeline.name' : 'stage.name';
    const value = String(row.values[path] ?? '');
    return [
      {
        line: row.line,
        path,
        code: 'unknown_stage',
        message: `There is no ${path === 'stage.name' ? 'stage' : 'pipeline'} "${value}"; choose one by values`,
        value,
      },
    ];
  }
  return [...prepareMoney(scope, row), ...prepareStage(scope, row, stage)];
}

function prepareMoney({ ctx }: ImportScope, { line, values }: ImportRow): RowProblem[] {
  const currency = String(values['currency'] ?? ctx.tenant.currency).toUpperCase();
  if (!currencySchema.safeParse(currency).success)
    return [
      {
        line,
        path: 'currency',
        code: 'not_a_currency',
        message: 'Enter a currency as three letters, for example USD',
        value: currency,
      },
    ];
  if (values['currency'] !== undefined) values['currency'] = currency;
  if (values['amount'] === undefined) return [];
  try {
    values['amountMinor'] = toMinor(String(values['amount']), currency).toString();
    return [];
  } catch (error) {
    return [
      {
        line,
        path: 'amount',
        code: 'not_an_amount',
        message: (error as Error).message,
        value: String(values['amount']),
      },
    ];
  }
}

/** History keeps its dates. What people are asked for when they close a deal is only noted here. */
function prepareStage(scope: ImportScope, { values }: ImportRow, stage: ImportStage): RowProblem[] {
  if (values['stage.name'] !== undefined) values['stageId'] = stage.id;
  const closedOn = values['closedOn'] ?? values['closeDate'];
  if (closedOn !== undefined) values['closeDate'] = closedOn;
  if (values['stageId'] === undefined) return [];
  if (stage.kind === 'open') {
    delete values['lostReason'];
    return [];
  }
  if (closedOn !== undefined) values['closedAt'] = closedOn;
  delete values['probability'];
  if (stage.kind !== 'lost') delete values['lostReason'];
  else if (values['lostReason'] === undefined)
    scope.note('lost_without_reason', 'Lost deals came without a reason; history may lack it');
  if (closedOn === undefined) scope.note('closed_without_date', 'Closed deals came without a date; today was taken');
  return [];
}
