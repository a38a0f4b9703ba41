import {
  defineImporter,
  externalIdField,
  field,
  type ImportField,
  type ImportRow,
  type ImportScope,
  link,
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
    field(
      'name',
      { label: 'Name', column: 'name', isRequired: true, max: 200 },
      'deal name, deal, opportunity, opportunity name, title, subject',
    ),
    field(
      'amount',
      { label: 'Amount', type: 'number', min: 0 },
      'close value, value, deal value, deal amount, opportunity amount, total, price, revenue, expected revenue',
    ),
    hidden('amountMinor', { label: 'Amount', type: 'integer', column: 'amount_minor', derivedFrom: ['amount'] }),
    field(
      'currency',
      { label: 'Currency', column: 'currency', max: 3 },
      'currency code, currency iso code, currency of value, amount currency, deal currency, deal currency code',
    ),
    field(
      'stage.name',
      { label: 'Stage', max: 100, choices: async (ctx) => (await findStages(ctx)).map(({ name }) => name) },
      'deal stage, stage, stage name, sales stage, status, phase',
    ),
    field(
      'pipeline.name',
      { label: 'Pipeline', max: 100, choices: async (ctx) => (await findStages(ctx)).map(({ pipeline }) => pipeline) },
      'pipeline, deal pipeline',
    ),
    hidden('stageId', { label: 'Stage', type: 'id', column: 'stage_id', derivedFrom: ['stage.name'] }),
    field(
      'probability',
      { label: 'Probability', type: 'integer', column: 'probability', min: 0, max: 100 },
      'deal probability, win probability, confidence, chance',
    ),
    field(
      'openedOn',
      { label: 'Opened on', type: 'date', column: 'opened_on' },
      'engage date, open date, opened, created date, create date, created, created on, start date, date opened, deal created',
    ),
    field(
      'closedOn',
      { label: 'Closed on', type: 'date' },
      'close date, closed date, closing date, expected close date, closed, date closed, won date',
    ),
    field('closeDate', {
      label: 'Close date',
      type: 'date',
      column: 'close_date',
      isAlias: true,
      derivedFrom: ['closedOn'],
    }),
    hidden('closedAt', {
      label: 'Closed on',
      type: 'date',
      column: 'closed_at',
      derivedFrom: ['closedOn', 'closeDate'],
    }),
    field(
      'lostReason',
      { label: 'Lost reason', column: 'lost_reason', max: 500 },
      'loss reason, reason lost, closed lost reason, reason',
    ),
    field(
      'notes',
      { label: 'Notes', column: 'notes', max: 20_000 },
      'description, deal description, comments, comment, note',
    ),
    field('nextStep', { label: 'Next step', column: 'next_step', max: 500 }, 'next action'),
    field(
      'nextStepOn',
      { label: 'Next step on', type: 'date', column: 'next_step_on' },
      'next step date, next activity date',
    ),
    externalIdField('opportunity id, deal id, id, record id'),
  ],
  links: [
    organizationLink,
    link(
      { name: 'items.product', label: 'Product', to: 'products' },
      { externalId: 'product id', sku: 'product sku, sku, product code', name: 'product, product name, item' },
    ),
    link(
      { name: 'contacts', label: 'Contacts', to: 'contacts', isMany: true },
      {
        externalId: 'contact id',
        email: 'contact email, contact e mail, email, primary contact email',
        name: 'contact, contact name, contact person, primary contact, associated contact',
      },
    ),
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
  tellsItself: true,
  insert: async (scope, rows) => fileImportedDeals(scope, rows, await findStages(scope.ctx)),
  update: (scope, rows) => updateImportedDeals(dealImporter, scope, rows),
  restore: restoreLines,
  remove: removeImportedDeals,
});

/** Filled by prepare(): not a target of its own. */
function hidden(target: string, facts: Parameters<typeof field>[1]): ImportField {
  return field(target, { ...facts, isHidden: true });
}

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
