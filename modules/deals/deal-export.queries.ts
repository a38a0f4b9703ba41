import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import type { Page, Picked } from '@aura/kernel';
import { listPipelines } from '@aura/pipelines';
import { listDealPage } from './deal.queries.ts';
import type { Deal, DealList } from './deal.schema.ts';
import { type LineItemRow, toLineItem } from './line-item.queries.ts';
import type { LineItem } from './line-item.schema.ts';

/** A deal as its own page shows it, with what its line in a file says by name. */
export type ExportedDeal = Deal & {
  pipelineName: string | null;
  contacts: { id: string; email: string | null }[];
  contactIds: string[];
  collaboratorIds: string[];
  items: (LineItem & { sku: string | null })[];
};

/** A page of the list, its people and lines in one question each: what the person may not see is left out. */
export async function listDealsToExport(ctx: ActorContext, input: DealList & Picked): Promise<Page<ExportedDeal>> {
  // Nobody asks how many there are.
  const page = await listDealPage(ctx, { list: 'deals.export', count: 0 }, input);
  const ids = page.items.map(({ id }) => id);
  const [pipelines, contacts, collaborators, lines] = await Promise.all([
    pipelineNames(ctx),
    contactsOf(ctx, ids),
    collaboratorsOf(ctx, ids),
    linesOf(ctx, ids),
  ]);
  const items = page.items.map((deal) => {
    const known = contacts.get(deal.id) ?? [];
    return {
      ...deal,
      pipelineName: pipelines.get(deal.pipelineId) ?? null,
      contacts: known.map(({ id, email }) => ({ id, email })),
      contactIds: known.map(({ id }) => id),
      collaboratorIds: (collaborators.get(deal.id) ?? []).map((person) => person.user_id),
      items: (lines.get(deal.id) ?? []).map((row) => ({ ...toLineItem(row, deal.currency), sku: row.sku })),
    };
  });
  return { ...page, items };
}

async function pipelineNames(ctx: ActorContext): Promise<Map<string, string>> {
  const pages = await Promise.all([false, true].map((archived) => listPipelines(ctx, { archived })));
  return new Map(pages.flatMap(({ items }) => items.map(({ id, name }) => [id, name])));
}

type OfDeal = { deal_id: string };

async function contactsOf(ctx: ActorContext, ids: string[]) {
  const { rows } = await sql<OfDeal & { id: string; email: string | null }>`
    select link.deal_id, c.id, c.email
      from crm.deal_contacts link join crm.contacts c on c.tenant_id = link.tenant_id and c.id = link.contact_id
     where link.tenant_id = ${ctx.actor.tenantId} and link.deal_id = any (${ids}::uuid[]) and c.deleted_at is null
     order by link.created_at, c.id`.execute(ctx.db);
  return Map.groupBy(rows, ({ deal_id }) => deal_id);
}

async function collaboratorsOf(ctx: ActorContext, ids: string[]) {
  const { rows } = await sql<OfDeal & { user_id: string }>`
    select deal_id, user_id from crm.deal_members
     where tenant_id = ${ctx.actor.tenantId} and deal_id = any (${ids}::uuid[]) and kind = 'collaborator' order by user_id`.execute(
    ctx.db,
  );
  return Map.groupBy(rows, ({ deal_id }) => deal_id);
}

async function linesOf(ctx: ActorContext, ids: string[]) {
  const { rows } = await sql<LineItemRow & { sku: string | null }>`
    select item.*, (select p.sku from crm.products p where p.tenant_id = item.tenant_id and p.id = item.product_id) as sku
      from crm.line_items item
     where item.tenant_id = ${ctx.actor.tenantId} and item.deal_id = any (${ids}::uuid[]) order by item.position, item.id`.execute(
    ctx.db,
  );
  return Map.groupBy(rows, ({ deal_id }) => deal_id);
}
