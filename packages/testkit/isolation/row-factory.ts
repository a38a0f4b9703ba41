import type { Column, TenantTable } from './tenant-tables.ts';

/** Rows `from`…`to` of each table for one tenant. The same numbers give the same ids in every tenant. */
export type RowPlan = {
  tenantId: string;
  /** Owners and authors, in turn. */
  people: string[];
  from: number;
  /** The last number, or the last one of each table. */
  to: number | ((table: string) => number);
  /** Put into free texts: where it turns up, this tenant's rows were read. */
  mark: string;
};

type Connection = { query(text: string): Promise<unknown> };

/** The fixture makes these, and the log writes itself. */
const MADE_ELSEWHERE = /^(core\.(tenants|memberships)|audit\.|search\.tokens)/;

/** The same in TypeScript: scene.ts. */
const idOf = (table: string, n: string): string =>
  `overlay(overlay(md5('${table}:' || ${n}) placing '7' from 13) placing '8' from 17)::uuid`;

// Where checks tie columns together, or a text has a form of its own.
const SPECIAL: Record<string, Record<string, string>> = {
  'crm.deals': {
    status: `'open'`,
    probability: '50',
    amount_source: `'manual'`,
    amount_minor: 'n * 100',
    closed_stage_name: 'null',
    escalated_by: 'null',
  },
  'crm.deal_stages': { outcome: `'here'` },
  'crm.pipelines': { is_default: 'n = 1', name: `'Pipeline ' || n` },
  'crm.stages': { kind: `'open'`, probability: '50' },
  'crm.product_prices': {
    currency: `chr((65 + (n / 676) % 26)::int) || chr((65 + (n / 26) % 26)::int) || chr((65 + n % 26)::int)`,
  },
  'crm.contact_distinctions': { contact_id: idOf('crm.contacts', 'n'), other_id: idOf('crm.contacts', '(n + 1)') },
  'core.events': { entity: `'deal'`, type: `'deal.updated'`, entity_id: idOf('crm.deals', '(1 + n % 1000)') },
  'core.import_changes': { action: `'created'`, before: 'null' },
  'core.custom_field_definitions': { key: `'field' || n`, type: `'text'`, required: 'false' },
  'core.imports': { entity: `'contacts'` },
  'core.exports': { scope: `'contacts'`, status: `'queued'` },
  'search.activity_owners': { activity_id: idOf('crm.activities', 'n') },
  'search.custom_values': {
    entity: `'contact'`,
    record_id: idOf('crm.contacts', 'n'),
    field_key: `'custom' || n % 10`,
    text_value: `'value ' || n % 1000`,
    number_value: 'null',
  },
};

const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Statements that make the rows past all triggers, as a superuser; parents first. */
export function rowStatements(tables: TenantTable[], plan: RowPlan): string[] {
  const made = parentsFirst(tables.filter(({ name }) => !MADE_ELSEWHERE.test(name)));
  return made.map((table) => rowStatement(table, plan));
}

/** Fills all tables of one tenant in one transaction. */
export async function makeRows(superuser: Connection, tables: TenantTable[], plan: RowPlan): Promise<void> {
  const statements = ['begin', 'set local session_replication_role = replica', ...rowStatements(tables, plan)];
  for (const statement of [...statements, searchTokens(tables, plan.tenantId), 'commit']) {
    await superuser.query(statement).catch(async (error: Error) => {
      await superuser.query('rollback');
      throw new Error(`${error.message} in: ${statement}`, { cause: error });
    });
  }
}

function parentsFirst(tables: TenantTable[]): TenantTable[] {
  const sorted: TenantTable[] = [];
  const visit = (table: TenantTable, trail: string[]): void => {
    if (sorted.includes(table) || trail.includes(table.name)) return;
    for (const { parent } of table.foreignKeys) {
      const found = tables.find(({ name }) => name === parent);
      if (found) visit(found, [...trail, table.name]);
    }
    sorted.push(table);
  };
  for (const table of tables) visit(table, []);
  return sorted;
}

function rowStatement(table: TenantTable, plan: RowPlan): string {
  const { values, joins } = parentValues(table);
  for (const column of table.columns) {
    const value = sqlValueOf(table, column, plan);
    const isGiven = values.has(column.name) && column.name !== 'owner_id' && !isTied(table, column);
    if (value !== null && !isGiven) values.set(column.name, value);
  }
  const to = typeof plan.to === 'number' ? plan.to : plan.to(table.name);
  return `${parentSources(table, plan)}insert into ${table.name} (${[...values.keys()].join(', ')}) select ${[...values.values()].join(', ')}
    from generate_series(${plan.from}, ${to}) n ${joins.join(' ')} on conflict do nothing`;
}

/** What two of a table's keys tie together is told apart by hand. */
const isTied = ({ name, primaryKey }: TenantTable, column: Column): boolean =>
  primaryKey.includes(column.name) && SPECIAL[name]?.[column.name] !== undefined;

/** Row n belongs to the n-th parent, and so on round. */
function parentValues(table: TenantTable): { values: Map<string, string>; joins: string[] } {
  const values = new Map<string, string>();
  const joins: string[] = [];
  for (const [index, key] of table.foreignKeys.entries()) {
    const own = key.columns.filter((column) => column !== table.tenantColumn && !values.has(column));
    if (own.length === 0 || key.parent === table.name) continue;
    const alias = `parent${index}`;
    joins.push(
      `left join parents${index} ${alias} on ${alias}.place = (n - 1) % greatest((select count(*) from parents${index}), 1)`,
    );
    for (const column of own) values.set(column, `${alias}.${key.parentColumns[key.columns.indexOf(column)]}`);
  }
  return { values, joins };
}

function parentSources({ foreignKeys }: TenantTable, { tenantId }: RowPlan): string {
  const sources = foreignKeys.map(({ parent, parentColumns }, index) => {
    const tenantColumn = parentColumns.find((column) => column === 'tenant_id') ?? 'id';
    return `parents${index} as materialized (select row_number() over (order by p) - 1 as place, p.* from ${parent} p where ${tenantColumn} = ${quote(tenantId)})`;
  });
  return sources.length > 0 ? `with ${sources.join(', ')} ` : '';
}

/** Null: leave it to the column's default. */
function sqlValueOf(table: TenantTable, column: Column, plan: RowPlan): string | null {
  const special = SPECIAL[table.name]?.[column.name];
  if (special) return special;
  if (column.isGenerated) return null;
  if (column.name === table.tenantColumn) return quote(plan.tenantId);
  const known = table.known[column.name];
  if (known) return `(array[${known.map(quote).join(', ')}])[1 + n % ${known.length}]`;
  return valueOfType(table, column, plan);
}

function valueOfType(table: TenantTable, column: Column, plan: RowPlan): string | null {
  if (column.type === 'uuid') return uuidOf(table, column, plan);
  if (/^(created_at|updated_at|occurred_at|changed_at)$/.test(column.name)) return `now() - n * interval '1 minute'`;
  if (column.type === 'text') return textOf(column, plan);
  return column.fallback !== '' || !column.isRequired ? null : requiredOf(column);
}

function uuidOf(table: TenantTable, column: Column, { people }: RowPlan): string | null {
  const isKey = table.primaryKey.includes(column.name) || column.name === 'entity_id';
  if (column.name === 'id' || (isKey && !/user|owner/.test(column.name))) return idOf(table.name, 'n');
  if (column.isRequired || column.fallback !== '' || column.name === 'owner_id') {
    return `(array[${people.map(quote).join(', ')}]::uuid[])[1 + (n % ${people.length})]`;
  }
  return null;
}

function textOf(column: Column, { mark }: RowPlan): string | null {
  if (/currency/.test(column.name)) return `'USD'`;
  if (/email/.test(column.name)) return `'person' || n || '@look-alike.test'`;
  if (/color|reason$|website/.test(column.name) && !column.isRequired) return null;
  if (column.fallback !== '') return null;
  // Every other row looks exactly like the other tenant's.
  return `${quote(`${column.name} `)} || n || case when n % 2 = 0 then ${quote(mark && ` ${mark}`)} else '' end`;
}

function requiredOf({ type }: Column): string {
  if (/^timestamp/.test(type)) return `now() - n * interval '1 minute'`;
  if (type === 'date') return 'current_date - (n % 300)::int';
  if (type === 'boolean') return 'n % 2 = 0';
  if (type === 'jsonb') return `'{}'`;
  if (type === 'bytea') return `sha256(convert_to(n::text, 'UTF8'))`;
  if (type.endsWith('[]')) return `'{}'`;
  return 'n % 1000 + 1';
}

const NAMED = ['name', 'first_name', 'last_name', 'subject'];

/** The words of every record that has a name, as the index triggers would have written them. */
function searchTokens(tables: TenantTable[], tenantId: string): string {
  const indexed = tables.filter(
    ({ name, columns }) =>
      /^crm\.(contacts|organizations|deals|products)$/.test(name) && columns.some((c) => NAMED.includes(c.name)),
  );
  const parts = indexed.map(({ name, columns }) => {
    const document = columns.filter((c) => NAMED.includes(c.name)).map((c) => c.name);
    const owner = /contacts|deals/.test(name) ? 'owner_id' : 'null::uuid';
    return `select tenant_id, ${quote(name.slice(4, -1))}, unnest(string_to_array(lower(concat_ws(' ', ${document.join(', ')})), ' ')), id, ${owner} from ${name} where tenant_id = ${quote(tenantId)}`;
  });
  if (parts.length === 0) return 'select';
  return `insert into search.tokens (tenant_id, entity, token, record_id, owner_id) ${parts.join(' union all ')} on conflict do nothing`;
}
