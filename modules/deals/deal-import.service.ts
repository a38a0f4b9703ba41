import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';

/** A deal as another system had it. Ids are resolved and values validated by the import. */
export type ImportedDeal = {
  name: string;
  externalId?: string | null;
  amountMinor?: bigint | null;
  currency: string;
  pipelineId: string;
  stageId: string;
  /** The stage's, unless said; closed deals are at 100 or 0 whatever is said. */
  probability: number;
  closeDate?: string | null;
  openedOn?: string | null;
  /** When a closed deal was closed: a day or an instant. Its close date, else now. */
  closedAt?: string | null;
  /** The open stage that a closed deal was closed in, where that is known. */
  closedFromStageId?: string | null;
  lostReason?: string | null;
  notes?: string | null;
  nextStep?: string | null;
  nextStepOn?: string | null;
  organizationId?: string | null;
  ownerId: string;
  contactIds?: string[];
  customFields?: Record<string, unknown>;
  importId: string;
  /** One line. Its net is the deal's amount, or the list price where the file has no amount. */
  item?: { productId: string; description?: string };
};

/**
 * Inserts deals with their history: no stage gates, which bind people and not the past. One statement each for deals,
 * contacts, lines and events, whatever the number of rows; the database writes the stage history. Returns ids in the order of `rows`.
 */
export async function insertImportedDeals(ctx: ActorContext, rows: readonly ImportedDeal[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const { rows: made } = await sql<{
    id: string;
  }>`select app.uuid_v7() as id from generate_series(1, ${rows.length}::int)`.execute(ctx.db);
  const ids = made.map((row) => row.id);
  await insertDeals(
    ctx,
    rows.map((row, index) => deal(row, String(ids[index]))),
  );
  await insertContacts(
    ctx,
    rows.flatMap((row, index) =>
      (row.contactIds ?? []).map((contactId) => ({ deal_id: ids[index], contact_id: contactId })),
    ),
  );
  await insertLines(
    ctx,
    rows.flatMap((row, index) => (row.item ? [line(row, String(ids[index]))] : [])),
  );
  await sql`
    insert into core.events (type, entity, entity_id, data)
    select 'deal.created', 'deal', d.id, jsonb_build_object('name', d.name, 'importId', d.import_id)
      from unnest(${ids}::uuid[]) made (id) join crm.deals d on d.tenant_id = ${ctx.actor.tenantId}::uuid and d.id = made.id`.execute(
    ctx.db,
  );
  return ids;
}

// What is left out is left out of the JSON too, and null in the record that PostgreSQL makes of it.
function deal(row: ImportedDeal, id: string) {
  return {
    id,
    name: row.name,
    external_id: row.externalId,
    amount_minor: row.amountMinor?.toString(),
    currency: row.currency,
    pipeline_id: row.pipelineId,
    stage_id: row.stageId,
    probability: row.probability,
    close_date: row.closeDate ?? row.closedAt?.slice(0, 10),
    opened_on: row.openedOn,
    closed_at: row.closedAt ?? row.closeDate,
    closed_from_stage_id: row.closedFromStageId,
    lost_reason: row.lostReason,
    notes: row.notes,
    next_step: row.nextStep,
    next_step_on: row.nextStepOn,
    organization_id: row.organizationId,
    owner_id: row.ownerId,
    custom_fields: row.customFields ?? {},
    import_id: row.importId,
  };
}

async function insertDeals(ctx: ActorContext, deals: readonly ReturnType<typeof deal>[]): Promise<void> {
  await sql`
    insert into crm.deals (id, name, external_id, amount_minor, currency, pipeline_id, stage_id, probability, close_date, opened_on, closed_at, stage_entered_at,
                           closed_from_stage_id, lost_reason, notes, next_step, next_step_on, organization_id, owner_id, custom_fields, import_id)
    select n.id, n.name, n.external_id, n.amount_minor, n.currency, n.pipeline_id, n.stage_id, n.probability, n.close_date, coalesce(n.opened_on, current_date),
           case when s.kind = 'open' then null else n.closed_at end,
           case when s.kind = 'open' then coalesce(n.opened_on, now()) else coalesce(n.closed_at, now()) end,
           n.closed_from_stage_id, case when s.kind = 'lost' then n.lost_reason end,
           n.notes, n.next_step, n.next_step_on, n.organization_id, n.owner_id, n.custom_fields, n.import_id
      from jsonb_to_recordset(${JSON.stringify(deals)}::jsonb) as n (
             id uuid, name text, external_id text, amount_minor bigint, currency text, pipeline_id uuid, stage_id uuid, probability int, close_date date,
             opened_on date, closed_at timestamptz, closed_from_stage_id uuid, lost_reason text, notes text, next_step text, next_step_on date, organization_id uuid, owner_id uuid,
             custom_fields jsonb, import_id uuid)
      join crm.stages s on s.tenant_id = ${ctx.actor.tenantId}::uuid and s.id = n.stage_id`.execute(ctx.db);
}

async function insertContacts(
  ctx: ActorContext,
  links: readonly { deal_id: string | undefined; contact_id: string }[],
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into crm.deal_contacts (deal_id, contact_id)
    select distinct l.deal_id, l.contact_id from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l (deal_id uuid, contact_id uuid)`.execute(
    ctx.db,
  );
}

function line(row: ImportedDeal, dealId: string) {
  return {
    deal_id: dealId,
    product_id: row.item?.productId,
    description: row.item?.description ?? null,
    net_minor: row.amountMinor?.toString() ?? null,
    currency: row.currency,
  };
}

// Under the list price: the difference is a discount. Over it, or without one: the file's amount is the price.
async function insertLines(ctx: ActorContext, lines: readonly ReturnType<typeof line>[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    insert into crm.line_items (deal_id, product_id, description, position, quantity, unit_price_minor, discount_amount_minor, override_reason,
                                list_price_minor, unit_cost_minor, max_discount_percent, target_margin_percent)
    select l.deal_id, l.product_id, coalesce(l.description, p.name), 0, 1,
           case when l.net_minor is null or l.net_minor <= price.amount_minor then price.amount_minor else l.net_minor end,
           case when l.net_minor < price.amount_minor then price.amount_minor - l.net_minor end,
           case when l.net_minor > price.amount_minor then 'imported' end,
           price.amount_minor, price.cost_minor, price.max_discount_percent, price.target_margin_percent
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (deal_id uuid, product_id uuid, description text, net_minor bigint, currency text)
      join crm.products p on p.tenant_id = ${ctx.actor.tenantId}::uuid and p.id = l.product_id
      left join crm.product_prices price on price.tenant_id = p.tenant_id and price.product_id = p.id and price.currency = l.currency
       and price.valid_from <= statement_timestamp() and (price.valid_to is null or price.valid_to > statement_timestamp())
     where coalesce(l.net_minor, price.amount_minor) is not null`.execute(ctx.db);
}
