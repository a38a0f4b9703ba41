import type { World } from '@aura/testkit';

type Row = Record<string, unknown>;
export type TableState = Record<string, Row[]>;

/** Who touched a row last and how often says nothing of what it holds. */
const BOOKKEEPING = ['version', 'updated_at', 'updated_by'];

/** All of a tenant's rows in every table of the product, but bookkeeping, in an order that does not depend on time. */
export async function tableState(world: World, tenantId: string): Promise<TableState> {
  const { rows: tables } = await world.superuser.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'crm' and c.relkind = 'r' order by 1`,
  );
  const state: TableState = {};
  for (const { name } of tables) {
    const { rows } = await world.superuser.query<{ row: Row }>(
      `select to_jsonb(t) - $2::text[] as row from ${name} t where t.tenant_id = $1 order by (to_jsonb(t) - $2::text[])::text`,
      [tenantId, BOOKKEEPING],
    );
    state[name] = rows.map(({ row }) => row);
  }
  return state;
}
