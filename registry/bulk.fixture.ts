import { type BulkEditor, runBulkEdit } from '@aura/bulk';
import type { Person, World } from '@aura/testkit';
import type { Answer } from './answer.fixture.ts';
import { modules } from './modules.ts';

const listed = modules.flatMap((module) =>
  'bulkEditors' in module ? (module.bulkEditors as readonly BulkEditor[]) : [],
);
const editors = new Map(listed.map((editor) => [editor.entity, editor]));

/** The worker's part, in this process. */
export async function workBulk(world: World, person: Person, editId: string): Promise<Answer> {
  const voice = world.as(person);
  await runBulkEdit({ transaction: (change) => voice.run(change) }, { editId, editors });
  return voice.api.bulkEdits.get({ id: editId });
}

/** Every business table that a bulk edit may reach. History is not here: it is added to and never taken back. */
const TABLES = [
  'crm.organizations',
  'crm.contacts',
  'crm.contact_shares',
  'crm.activities',
  'crm.activity_participants',
  'crm.deals',
  'crm.deal_contacts',
  'crm.deal_stages',
  'crm.deal_members',
  'crm.line_items',
  'crm.products',
  'crm.product_prices',
  'search.tokens',
] as const;

/** All rows of a tenant, without what every write moves. */
export async function stateOf(world: World, tenantId: string): Promise<Record<string, string[]>> {
  const state: Record<string, string[]> = {};
  for (const table of TABLES) {
    const { rows } = await world.superuser.query<{ row: string }>(
      `select (to_jsonb(t) - '{version,updated_at,updated_by}'::text[])::text as row from ${table} t where tenant_id = $1 order by 1`,
      [tenantId],
    );
    state[table] = rows.map(({ row }) => row);
  }
  return state;
}
