import type { PostgresError } from '@aura/db';
import { withConnection } from '@aura/db/databases';
import type { World } from '../../world.ts';
import type { Queryable } from '../catalogue-lint.ts';
import type { TenantTable } from '../tenant-tables.ts';
import { type Attack, claim, type Scene, setInScene } from './attack.ts';
import { CONTEXT_ATTACKS } from './context-attacks.ts';
import { ORACLE_ATTACKS } from './oracle-attacks.ts';
import { ROLE_ATTACKS } from './role-attacks.ts';
import { MARK } from './scene.ts';
import { SYSTEM_ATTACKS } from './system-attacks.ts';
import { tableAttacks } from './table-attacks.ts';

export type { Attack, Scene } from './attack.ts';
export { MARK, setScene } from './scene.ts';

const listAttacks = (tables: TenantTable[]): Attack[] => [
  ...CONTEXT_ATTACKS,
  ...ROLE_ATTACKS,
  ...ORACLE_ATTACKS,
  ...SYSTEM_ATTACKS,
  ...tableAttacks(tables),
];

const BATCH = 25;

/** Gate 2. Plays all attacks and says what went otherwise than it must. `only`: those of that name. */
export async function playAttacks(world: World, scene: Scene, only = /./): Promise<string[]> {
  const attacks = listAttacks(scene.tables).filter(({ name }) => only.test(name));
  const before = await fingerprint(world.superuser, scene);
  const set = (attack: Attack): Attack => ({ ...attack, sql: attack.sql.map((sql) => setInScene(sql, scene)) });
  const failures: string[] = [];
  for (let start = 0; start < attacks.length; start += BATCH) {
    const batch = attacks.slice(start, start + BATCH);
    await withConnection(world.appUrl, async (client) => {
      for (const attack of batch)
        failures.push(...describeFailures(attack, await runAttack(client, set(attack), world)));
    });
    if ((await fingerprint(world.superuser, scene)) === before) continue;
    return [...failures, `One of these changed what it must not: ${batch.map(({ name }) => name).join('; ')}`];
  }
  return failures;
}

function describeFailures(attack: Attack, result: AttackResult): string[] {
  const title = `${attack.as}: ${attack.name}`;
  const seen = result.seen.slice(0, 300);
  return [
    ...(isExpected(attack, result)
      ? []
      : [`${title} gave ${result.outcome}, not ${[attack.expects].flat().join(' or ')}: ${seen}`]),
    ...(result.seen.includes(MARK) ? [`${title} saw the other tenant's rows: ${seen}`] : []),
  ];
}

/** docs/generated/attacks.txt: what is tried, as whom, and what must come of it. */
export function describeAttacks(tables: TenantTable[]): string {
  const lines = listAttacks(tables).map(
    ({ name, as, expects }) => `${as.padEnd(8)} ${[expects].flat().join(' or ').padEnd(16)} ${name}`,
  );
  return `as       must give        attempt\n\n${lines.join('\n')}\n`;
}

export type AttackResult = {
  outcome: string;
  /** Everything that the attacker got to see: rows, copied data, the error's texts. */
  seen: string;
};

type Copying = { on(event: 'copyData', listener: (message: { chunk: Buffer }) => void): void };
type Client = {
  query(text: string): Promise<Result>;
};

/** Plays it as SQL alone, without any help from our driver. */
async function runAttack(client: Client, attack: Attack, { acme }: Pick<World, 'acme'>): Promise<AttackResult> {
  const seen: string[] = [];
  const { connection } = client as unknown as { connection: Copying & { removeAllListeners(event: string): void } };
  connection.on('copyData', ({ chunk }) => seen.push(chunk.toString()));
  let outcome = 'nothing';
  try {
    await client.query('begin');
    if (attack.as !== 'login') await client.query(claim(acme.tenant.id, acme[attack.as].token));
    for (const statement of attack.sql) {
      const result = await client.query(statement);
      seen.push(JSON.stringify(result.rows));
      outcome = judge(result, acme.tenant.id);
    }
    // What was allowed on purpose is undone, so that the next attack finds the same rows.
    await client.query(attack.expects === 'touched' ? 'rollback' : 'commit');
  } catch (error) {
    const { code, message, detail, hint } = error as PostgresError & { hint?: string };
    outcome = code ?? message;
    seen.push(message, detail ?? '', hint ?? '');
    await client.query('rollback').catch(() => undefined);
  }
  connection.removeAllListeners('copyData');
  // The next attack starts as a new connection would.
  await client.query('discard all');
  return { outcome, seen: seen.join('\n') };
}

type Result = { rows: Record<string, unknown>[]; rowCount: number | null; command: string };

function judge({ rows, rowCount, command }: Result, ownTenantId: string): string {
  if (!rowCount) return 'nothing';
  if (command !== 'SELECT' && command !== 'FETCH' && command !== 'EXECUTE') return 'touched';
  const isOwn = rows.every((row) => !('tenant_id' in row) || row['tenant_id'] === ownTenantId);
  return isOwn ? 'own' : 'rows of others';
}

/** True when the outcome is one that the attack may have. */
function isExpected({ expects }: Attack, { outcome }: AttackResult): boolean {
  const allowed = [expects].flat();
  if (allowed.includes(outcome)) return true;
  return allowed.includes('harmless') && ['own', 'nothing', 'touched'].includes(outcome);
}

/** A fingerprint of all that an attacker must not change: the other tenant's rows, secrets, roles and policies. */
async function fingerprint(superuser: Queryable, { tables, other }: Scene): Promise<string> {
  const secrets = ['users', 'sessions', 'credentials', 'signing_keys'].map(
    (name) => `select '${name}' as part, t::text as value from identity.${name} t`,
  );
  const rows = tables.map(
    ({ name, tenantColumn }) => `select '${name}', t::text from ${name} t where ${tenantColumn} = '${other.tenantId}'`,
  );
  const catalogue = [
    `select 'policy', concat(p.polrelid, p.polname, p.polroles::text, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) from pg_policy p`,
    `select 'relation', concat(oid, relname, relowner, relacl::text, relrowsecurity, relforcerowsecurity) from pg_class where oid >= 16384 and relpersistence <> 't'`,
    `select 'function', concat(oid, proname, proowner, proacl::text, md5(prosrc)) from pg_proc where oid >= 16384`,
    `select 'member', concat(roleid, member) from pg_auth_members where member = 'aura_app'::regrole`,
    `select 'large object', oid::text from pg_largeobject_metadata`,
  ];
  const { rows: found } = await superuser.query(
    `select md5(string_agg(part || value, E'\\n' order by part, value)) as print from (${[...secrets, ...rows, ...catalogue].join(' union all ')}) everything`,
  );
  return String(found[0]?.['print']);
}
