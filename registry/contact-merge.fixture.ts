import { type Person, testWorld, type World } from '@aura/testkit';
import { modules } from './index.ts';

/** A world with all modules, and quick ways to make what hangs on a contact. */
export async function mergeWorld() {
  const world: World = await testWorld({ modules: modules as never });
  const api = (person: Person = world.acme.manager) => world.as(person).api;
  await api(world.acme.admin).customFields.create({
    entity: 'contact',
    key: 'birthday',
    label: 'Birthday',
    type: 'date',
  });
  let made = 0;
  const nextName = (): string => `Person${++made}`;
  return {
    world,
    api,
    nextName,
    create: (fields: object = {}, person?: Person) => api(person).contacts.create({ lastName: nextName(), ...fields }),
    deal: (contactIds: string[]) => api().deals.create({ name: nextName(), contactIds }),
    note: (contactId: string, person?: Person) =>
      api(person).activities.create({ type: 'note', subject: nextName(), contactId }),
  };
}
export type MergeWorld = Awaited<ReturnType<typeof mergeWorld>>;

/** Every row of the tenant in the product's tables and the search's words, without what every write moves. */
export async function stateOf(world: World): Promise<Map<string, string[]>> {
  const { rows: tables } = await world.superuser.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and (table_schema = 'crm' or (table_schema, table_name) = ('search', 'tokens'))
        and table_name <> 'contact_merges' order by 1`,
  );
  const state = new Map<string, string[]>();
  for (const { name } of tables) {
    const { rows } = await world.superuser.query<{ row: string }>(
      `select (to_jsonb(t) - array['version', 'updated_at', 'updated_by'])::text as row from ${name} t where tenant_id = $1 order by 1`,
      [world.acme.tenant.id],
    );
    state.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return state;
}
