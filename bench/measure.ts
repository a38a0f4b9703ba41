import { withConnection } from '@aura/db/databases';
import { loadApi, warmUp } from './api-load.ts';
import { captureStatements } from './capture.ts';
import type { BenchDatabase } from './database.ts';
import { type Client, signIn } from './http-client.ts';
import { type BenchRole, drawVariables, listOperations, type Operation, type Words } from './operations.ts';
import { loadPgbench } from './pgbench-run.ts';
import { makePgbenchScript } from './pgbench-script.ts';
import { checkPlans } from './plan-check.ts';
import { recordId, type TenantSpec } from './record-ids.ts';
import { CONCURRENCIES, type Measured, type Result } from './report.ts';
import type { WebServer } from './web-server.ts';

export type Measuring = {
  database: BenchDatabase;
  server: WebServer;
  spec: TenantSpec;
  role: BenchRole;
  seconds: number;
};

/** Every operation as one person of one tenant. */
export async function measureTenant(measuring: Measuring): Promise<Result[]> {
  const { database, server, spec, role } = measuring;
  const words = await chooseWords(database, spec);
  const results: Result[] = [];
  for (const operation of listOperations(spec, role, words)) {
    // A fresh session each time: an access token lasts fifteen minutes.
    const client = await signIn(server, { spec, role, password: database.password });
    const result = await measureOperation(measuring, client, operation);
    client.close();
    results.push(result);
    const [single] = result.measured;
    console.log(
      `${spec.slug} ${role} ${operation.name}: API p95 ${single?.api.p95.toFixed(1)} ms, pgbench ${single?.pgbench.p95.toFixed(1)} ms`,
    );
  }
  return results;
}

async function measureOperation(
  { database, spec, role, seconds }: Measuring,
  client: Client,
  operation: Operation,
): Promise<Result> {
  await warmUp(client, operation);
  const draw = drawVariables(operation.variables);
  const statements = await captureStatements(database, () => client.send(operation.call(draw)));
  const bindings = operation.bindings(draw);
  const script = makePgbenchScript(statements, { variables: operation.variables, bindings });
  const objections = await checkPlans(database.appUrl, client.session, statements);
  const measured: Measured[] = [];
  for (const concurrency of CONCURRENCIES) {
    const load = { concurrency, seconds: seconds / CONCURRENCIES.length };
    const api = await loadApi(client, operation, load);
    measured.push({ concurrency, api, pgbench: await loadPgbench({ appUrl: database.appUrl, role }, script, load) });
  }
  return { operation: operation.name, size: spec.size, role, measured, objections };
}

/** The generator draws names by chance, so a rare one is asked of the data: one that the rep has too. */
async function chooseWords({ superuserUrl }: BenchDatabase, spec: TenantSpec): Promise<Words> {
  return withConnection(superuserUrl, async (client) => {
    const { rows } = await client.query<{ email: string; surname: string; rare: string }>(
      `with names as (select bench.words_of('last') as list)
       select c.email, names.list[1] as surname,
              (select mine.last_name from crm.contacts mine where mine.tenant_id = $1 and mine.owner_id = $2 and mine.deleted_at is null
                order by array_position(names.list, mine.last_name) desc limit 1) as rare
         from names, crm.contacts c where c.tenant_id = $1 and c.owner_id = $2 and c.deleted_at is null limit 1`,
      [recordId(spec, 'tenant', 0), recordId(spec, 'user', 1)],
    );
    const [found] = rows;
    if (!found) throw new Error(`${spec.slug} has no contacts.`);
    const { email, surname, rare } = found;
    return { rare, common: 'james', commonest: 'manager', email, pair: `james ${surname}` };
  });
}
