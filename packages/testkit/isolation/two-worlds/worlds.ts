import type { TestTenant } from '../../tenant-fixture.ts';
import { type FrozenWorld, testWorld, type World, type WorldModule } from '../../world.ts';
import type { WorldServer } from '../../world-database.ts';
import { MARK } from '../attacks/scene.ts';
import { makeRows } from '../row-factory.ts';
import { listTenantTables, type TenantTable } from '../tenant-tables.ts';

const ROWS = 10;
const OTHERS_ROWS = 15;

export type Pair = {
  tables: TenantTable[];
  /** The tenant alone. */
  alone: World;
  /** The tenant beside what it must not notice. */
  beside: World;
  close(): Promise<void>;
};

export type PairOptions = {
  modules: readonly WorldModule[];
  server?: WorldServer;
  /** A defect to plant in both worlds: the mutation check. */
  sabotage?: string;
};

/** World 1: a tenant alone. World 2: the same tenant beside a look-alike with the same people, ids, names and e-mails. */
export async function twoTenantWorlds(options: PairOptions): Promise<Pair> {
  return openPair(options, async ({ alone, beside, tables, acme, globex }) => {
    await removeTenant(alone, tables, globex);
    await dressAlike(beside, tables, { acme, globex });
  });
}

/** World 1: a rep's own records. World 2: the same beside a colleague's, made through the API as `hide` says. */
export async function twoColleagueWorlds(options: PairOptions, hide: (beside: World) => Promise<void>): Promise<Pair> {
  return openPair(options, async ({ alone, beside, tables, globex }) => {
    await removeTenant(alone, tables, globex);
    await removeTenant(beside, tables, globex);
    await hide(beside);
  });
}

type Opening = { alone: World; beside: World; tables: TenantTable[]; acme: TestTenant; globex: TestTenant };

async function openPair(
  { modules, server, sabotage }: PairOptions,
  arrange: (opening: Opening) => Promise<void>,
): Promise<Pair> {
  const base = await testWorld({ modules, ...(server ? { server } : {}) });
  const { acme, globex, superuser } = base;
  const tables = await listTenantTables(superuser);
  const client = await superuser.connect();
  const people = [acme.rep, acme.manager].map(({ userId }) => userId);
  await makeRows(client, tables, { tenantId: acme.tenant.id, people, from: 1, to: ROWS, mark: '' });
  if (sabotage) await client.query(sabotage);
  client.release();
  const frozen: FrozenWorld = await base.freeze();
  const copy = { modules, server: frozen.server, adopt: { acme, globex } };
  const alone = await testWorld(copy);
  const beside = await testWorld(copy);
  await arrange({ alone, beside, tables, acme, globex });
  const close = async (): Promise<void> => {
    await alone.close();
    await beside.close();
    await frozen.drop();
  };
  return { tables, alone, beside, close };
}

async function removeTenant({ superuser }: World, tables: TenantTable[], { tenant }: TestTenant): Promise<void> {
  const removals = tables.map(({ name, tenantColumn }) => `delete from ${name} where ${tenantColumn} = '${tenant.id}'`);
  await superuser.query(`begin; set local session_replication_role = replica; ${removals.join('; ')};
    delete from identity.sessions where tenant_id = '${tenant.id}'; commit`);
}

async function dressAlike(
  world: World,
  tables: TenantTable[],
  { acme, globex }: Pick<World, 'acme' | 'globex'>,
): Promise<void> {
  const client = await world.superuser.connect();
  await client.query(`begin; set local session_replication_role = replica;
    update core.memberships b set user_id = a.user_id, email = a.email, title = '${MARK}' from core.memberships a
     where b.tenant_id = '${globex.tenant.id}' and a.tenant_id = '${acme.tenant.id}' and a.name = b.name; commit`);
  const people = [acme.rep, acme.manager, acme.otherRep].map(({ userId }) => userId);
  await makeRows(client, tables, { tenantId: globex.tenant.id, people, from: 1, to: OTHERS_ROWS, mark: MARK });
  client.release();
}
