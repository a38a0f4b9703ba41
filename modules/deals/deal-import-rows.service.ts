import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { type Before, type Importer, type ImportRow, type ImportScope, updateRecords } from '@aura/exchange';
import { type ImportedDeal, insertImportedDeals } from './deal-import.service.ts';
import { type ImportStage, stageFor } from './deal-import-stages.queries.ts';

/** New deals with their history, and a line for the product that the row names. */
export async function fileImportedDeals(
  scope: ImportScope,
  rows: ImportRow[],
  stages: readonly ImportStage[],
): Promise<void> {
  const deals = rows.map((row) => dealOf(scope, row, stages));
  const ids = await insertImportedDeals(scope.ctx, deals);
  for (const [index, row] of rows.entries()) row.id = String(ids[index]);
}

function dealOf({ ctx, importId }: ImportScope, row: ImportRow, stages: readonly ImportStage[]): ImportedDeal {
  const stage = stageFor(stages, row);
  if (!stage) throw new Error('A row without a stage was not refused');
  const text = (target: string): string | null =>
    row.values[target] === undefined ? null : String(row.values[target]);
  const amount = text('amountMinor');
  const productId = row.links['items.product'];
  return {
    name: String(row.values['name']),
    externalId: text('externalId'),
    amountMinor: amount === null ? null : BigInt(amount),
    currency: text('currency') ?? ctx.tenant.currency,
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    probability: Number(row.values['probability'] ?? stage.probability),
    closeDate: text('closeDate'),
    openedOn: text('openedOn'),
    closedAt: text('closedAt'),
    lostReason: text('lostReason'),
    notes: text('notes'),
    nextStep: text('nextStep'),
    nextStepOn: text('nextStepOn'),
    organizationId: row.links['organization'] ?? null,
    ownerId: row.links['owner'] ?? ctx.actor.userId,
    contactIds: row.manyLinks['contacts'] ?? [],
    customFields: row.custom,
    importId,
    ...(productId ? { item: { productId } } : {}),
  };
}

type Line = {
  id: string;
  quantity: string;
  unit_price_minor: string;
  discount_percent: string | null;
  discount_amount_minor: string | null;
  override_reason: string | null;
};
type Priced = Line & { deal_id: string; net_minor: string; lines: number };

/** Changes of known deals. Where the amount is the sum of one line, that line takes the new amount. */
export async function updateImportedDeals(
  importer: Importer,
  scope: ImportScope,
  rows: ImportRow[],
): Promise<{ id: string; before: Before }[]> {
  const lines = new Map((await findLines(scope.ctx, rows)).map((line) => [line.deal_id, line]));
  const plain = rows.map((row) => (isSettled(lines.get(row.id), row) ? withoutAmount(row) : row));
  const stages = await findStageFacts(scope.ctx, rows);
  const changed = new Map(
    (await updateRecords(importer, scope, plain)).map(({ id, before }) => [id, { ...stages.get(id), ...before }]),
  );
  for (const row of rows) {
    const line = lines.get(row.id);
    const amount = row.values['amountMinor'];
    if (!line || amount === undefined || !isSettled(line, row) || String(amount) === line.net_minor) continue;
    await priceLine(scope.ctx, line, String(amount));
    const { deal_id: _deal, net_minor: _net, lines: _lines, ...before } = line;
    changed.set(row.id, { ...changed.get(row.id), line: before });
  }
  return [...changed].map(([id, before]) => ({ id, before }));
}

/** Of deals that move: what the move overwrites beside the stage itself, for crm.put_stage_back() and crm.put_stays_back(). */
async function findStageFacts(ctx: ActorContext, rows: ImportRow[]): Promise<Map<string, Before>> {
  const moves = rows.flatMap(({ id, values }) =>
    values['stageId'] === undefined ? [] : [{ id, stage_id: values['stageId'] }],
  );
  if (moves.length === 0) return new Map();
  const { rows: facts } = await sql<{ id: string; before: Before }>`
    select d.id, jsonb_build_object('status', d.status, 'stage_entered_at', d.stage_entered_at, 'probability', d.probability,
             'closed_at', d.closed_at, 'closed_stage_name', d.closed_stage_name, 'closed_probability', d.closed_probability,
             'closed_from_stage_id', d.closed_from_stage_id, 'lost_reason', d.lost_reason,
             'stays', (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from crm.deal_stages s where s.tenant_id = d.tenant_id and s.deal_id = d.id)) as before
      from json_to_recordset(${JSON.stringify(moves)}::json) as m (id uuid, stage_id uuid)
      join crm.deals d on d.tenant_id = ${ctx.actor.tenantId} and d.id = m.id
     where d.stage_id <> m.stage_id`.execute(ctx.db);
  return new Map(facts.map(({ id, before }) => [id, before]));
}

function withoutAmount(row: ImportRow): ImportRow {
  const { amountMinor: _amount, ...values } = row.values;
  return { ...row, values };
}

// A deal of several lines keeps its sum: another amount is refused by deals_amount_from_items, with that sentence.
function isSettled(line: Priced | undefined, { values }: ImportRow): boolean {
  return line !== undefined && (line.lines === 1 || String(values['amountMinor']) === line.net_minor);
}

async function findLines(ctx: ActorContext, rows: ImportRow[]): Promise<Priced[]> {
  const ids = rows.map((row) => row.id);
  const result = await sql<Priced>`
    select distinct on (i.deal_id) i.deal_id, i.id, i.quantity, i.unit_price_minor, i.discount_percent, i.discount_amount_minor, i.override_reason,
           sum(i.net_minor) over (partition by i.deal_id)::text as net_minor, (count(*) over (partition by i.deal_id))::int as lines
      from crm.line_items i where i.tenant_id = ${ctx.actor.tenantId} and i.deal_id = any(${ids}::uuid[])
     order by i.deal_id, i.position`.execute(ctx.db);
  return result.rows;
}

/** As for a new deal: under the list price the difference is a discount, over it the amount is the price. */
async function priceLine(ctx: ActorContext, { id }: Line, amount: string): Promise<void> {
  await sql`
    update crm.line_items
       set quantity = 1, discount_percent = null,
           unit_price_minor = greatest(${amount}::bigint, coalesce(list_price_minor, 0)),
           discount_amount_minor = case when ${amount}::bigint < list_price_minor then list_price_minor - ${amount}::bigint end,
           override_reason = case when ${amount}::bigint > list_price_minor then 'imported' end
     where tenant_id = ${ctx.actor.tenantId} and id = ${id}`.execute(ctx.db);
}

/** Before the deals themselves are put back: their amounts follow from the lines, and the facts of their stages from the import's notes. */
export async function restoreLines(
  ctx: ActorContext,
  { importId, ids }: { importId: string; ids: string[] },
): Promise<void> {
  await sql`select set_config('aura.undone_import', ${importId}, true)`.execute(ctx.db);
  await sql`
    update crm.line_items i
       set quantity = l.quantity, unit_price_minor = l.unit_price_minor, discount_percent = l.discount_percent, discount_amount_minor = l.discount_amount_minor, override_reason = l.override_reason
      from core.import_changes c,
           jsonb_to_record(c.before -> 'line') as l (id uuid, quantity numeric, unit_price_minor bigint, discount_percent numeric, discount_amount_minor bigint, override_reason text)
     where c.tenant_id = ${ctx.actor.tenantId} and c.import_id = ${importId} and c.entity = 'deals' and c.record_id = any(${ids}::uuid[]) and c.before ? 'line'
       and i.tenant_id = c.tenant_id and i.id = l.id`.execute(ctx.db);
}

/** The undo of new deals: their lines go, the deals are archived, and what happened stays in the log. */
export async function removeImportedDeals(ctx: ActorContext, ids: string[]): Promise<void> {
  await sql`delete from crm.line_items where tenant_id = ${ctx.actor.tenantId} and deal_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  await sql`
    update crm.deals set deleted_at = ${ctx.clock()}::timestamptz
     where tenant_id = ${ctx.actor.tenantId} and id = any(${ids}::uuid[]) and deleted_at is null`.execute(ctx.db);
}
