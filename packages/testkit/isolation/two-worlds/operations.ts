import { z } from 'zod';
import type { Random } from '../random.ts';
import type { Rights, TenantTable } from '../tenant-tables.ts';
import { type InputPool, idPlaceholder, type JsonSchema, randomInput, TEXTS } from './random-input.ts';

export type Role = 'admin' | 'manager' | 'rep';

/** One thing that a person does, the same in both worlds but for the ids. */
export type Operation =
  | { kind: 'api'; role: Role; path: string; input: unknown }
  | { kind: 'sql'; role: Role; text: string };

type Procedure = { _def: { type: string; inputs?: unknown[]; meta?: { permission?: string } } };
export type ApiProcedure = { path: string; schema: JsonSchema | null };

// Sessions would end, members would go, or the answer is a fresh secret: the worlds would only differ by chance.
const LEFT_OUT =
  /^(auth|signUp|apiKeys)\.|^me\.(endSessions?|code|changePassword|sendVerification|sessions|workspaces)$|^members\.(deactivate|update)$|^invitations\.(resend|accept|preview)$|^audit\.verify$/;

/** Every procedure for members, with the shape of its input, from the router itself: new ones join by themselves. */
export function listProcedures(router: { _def: { procedures: unknown } }, type?: 'query' | 'mutation'): ApiProcedure[] {
  return Object.entries(router._def.procedures as Record<string, Procedure>)
    .filter(([path, { _def }]) => _def.meta?.permission && !LEFT_OUT.test(path) && (!type || _def.type === type))
    .map(([path, { _def }]) => ({ path, schema: schemaOf(_def.inputs?.[0]) }));
}

function schemaOf(input: unknown): JsonSchema | null {
  if (!input) return null;
  return z.toJSONSchema(input as z.ZodType, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

export type Repertoire = {
  procedures: ApiProcedure[];
  tables: TenantTable[];
  roles: Role[];
  mayInsertKnownIds: boolean;
};

export function randomOperation(
  { procedures, tables, roles, mayInsertKnownIds }: Repertoire,
  random: Random,
  pool: InputPool,
): Operation {
  const role = random.pick(roles);
  if (procedures.length > 0 && random.chance(0.6)) {
    const { path, schema } = random.pick(procedures);
    return {
      kind: 'api',
      role,
      path,
      input: schema ? randomInput(schema, random, { ...pool, router: path.split('.')[0] ?? '' }) : undefined,
    };
  }
  const table = random.pick(tables);
  const rights = role === 'rep' ? table.rep : table.manager;
  const statement = random.pick([select, count, byId, update, insert, remove, joined]);
  return { kind: 'sql', role, text: statement({ table, rights, random, pool, mayInsertKnownIds }) };
}

type Draft = { table: TenantTable; rights: Rights; random: Random; pool: InputPool; mayInsertKnownIds: boolean };

const shown = ({ rights }: Draft): string => rights.select.join(', ') || '*';
const keyOf = ({ table }: Draft): string =>
  table.primaryKey.find((column) => column !== table.tenantColumn) ?? table.tenantColumn;
function someId({ table, random, pool }: Draft): string {
  const own = pool.byTable[table.name.replace(/^\w+\./, '')] ?? [];
  return `'${idPlaceholder(own.length > 0 && random.chance(0.8) ? random.pick(own) : random.below(pool.ids))}'`;
}

/** Of the table that the column's foreign key points at. */
function likelyId(draft: Draft, column: string): string {
  const parent = draft.table.foreignKeys.find(({ columns }) => columns.includes(column))?.parent ?? '';
  const likely = draft.pool.byTable[parent.replace(/^\w+\./, '')] ?? [];
  return likely.length > 0 ? `'${idPlaceholder(draft.random.pick(likely))}'` : someId(draft);
}

const select = (draft: Draft): string => `select ${shown(draft)} from ${draft.table.name}`;
const count = ({ table }: Draft): string => `select count(*) from ${table.name}`;
const byId = (draft: Draft): string =>
  `select ${shown(draft)} from ${draft.table.name} where ${keyOf(draft)}::text = ${someId(draft)}`;
const remove = (draft: Draft): string =>
  `delete from ${draft.table.name} where ${keyOf(draft)}::text = ${someId(draft)}`;
const joined = (draft: Draft): string =>
  `select count(*), count(t.record_id) from ${draft.table.name} x left join search.tokens t on t.record_id::text = x.${keyOf(draft)}::text and t.token ^@ '${draft.random.pick(['name', 'x', '2', 'person'])}'`;

function update(draft: Draft): string {
  const { table, rights, random } = draft;
  const column = table.columns.find(
    ({ name }) => name === (rights.update.length > 0 ? random.pick(rights.update) : 'version'),
  );
  const name = column?.name ?? table.tenantColumn;
  return `update ${table.name} set ${name} = ${valueFor(draft, column?.name ?? '', column?.type ?? 'uuid')} where ${keyOf(draft)}::text = ${someId(draft)} returning ${shown(draft)}`;
}

function insert(draft: Draft): string {
  const { table, rights, random, mayInsertKnownIds } = draft;
  const columns = table.columns.filter(
    ({ name, isRequired, fallback }) =>
      rights.insert.includes(name) && (isRequired ? fallback === '' || random.chance(0.5) : random.chance(0.3)),
  );
  const used = columns.filter(({ name }) => name !== 'id' || mayInsertKnownIds);
  if (used.length === 0) return `insert into ${table.name} default values`;
  const values = used.map(({ name, type }) => valueFor(draft, name, type));
  const conflict = random.chance(0.3) ? ' on conflict do nothing' : '';
  return `insert into ${table.name} (${used.map(({ name }) => name).join(', ')}) values (${values.join(', ')})${conflict} returning ${shown(draft)}`;
}

/** SQL for a value, by the column's name or type. */
const VALUES: { column: RegExp; draw: (draft: Draft, name: string) => string }[] = [
  { column: / uuid$/, draw: likelyId },
  { column: /email.* text$/, draw: ({ random, pool }) => `'${random.pick(pool.emails)}'` },
  { column: /currency.* text$/, draw: () => `'USD'` },
  { column: / text$/, draw: ({ random }) => `'${random.pick(TEXTS)}'` },
  { column: / jsonb$|\[\]$/, draw: () => `'{}'` },
  { column: / (date|timestamp.*)$/, draw: ({ random }) => `'2026-0${1 + random.below(9)}-10'` },
  { column: / boolean$/, draw: ({ random }) => String(random.chance(0.5)) },
  { column: / bytea$/, draw: () => `'\\x00'` },
  { column: /./, draw: ({ random }) => String(random.below(40)) },
];

function valueFor(draft: Draft, name: string, type: string): string {
  const known = draft.table.known[name];
  if (known && draft.random.chance(0.9)) return `'${draft.random.pick(known)}'`;
  return VALUES.find(({ column }) => column.test(`${name} ${type}`))?.draw(draft, name) ?? 'null';
}
