/** Measures the API against the same SQL by pgbench. Usage: npm run bench -- --sizes 10000,1000000 --tenants 100 --seconds 10,
 * or, to import a file and see where the time goes: npm run bench -- --import 100000 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type BenchDatabase, startBenchDatabase } from './database.ts';
import { measureImport } from './import-bench.ts';
import { describeImport, describeImportReport } from './import-report.ts';
import { measureTenant } from './measure.ts';
import { readOptions } from './options.ts';
import { describeReport, describeResults, type Result } from './report.ts';
import { startWebServer, type WebServer } from './web-server.ts';

const options = readOptions(process.argv.slice(2));
const running: { stop(): Promise<void> }[] = [];
const stopAll = async (): Promise<void> => {
  for (const part of running.splice(0).reverse()) await part.stop();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stopAll().then(() => process.exit(130)));

async function measureAll(database: BenchDatabase, server: WebServer): Promise<Result[]> {
  const results: Result[] = [];
  for (const spec of database.tenants.slice(0, options.sizes.length)) {
    for (const role of ['manager', 'rep'] as const)
      results.push(...(await measureTenant({ database, server, spec, role, seconds: options.seconds })));
  }
  return results;
}

async function benchOperations(database: BenchDatabase, server: WebServer): Promise<void> {
  const results = await measureAll(database, server);
  console.log(`\n${describeResults(results)}\n`);
  const { tenants, seconds } = options;
  const setting = { cores: availableParallelism(), version: database.version, tenants, seconds };
  if (options.report) writeFileSync(options.report, describeReport(results, setting));
}

async function benchImport(database: BenchDatabase, server: WebServer, rows: number): Promise<void> {
  const [spec] = database.tenants;
  if (!spec) throw new Error('There is no tenant to import into.');
  const phases = await measureImport({ database, server, spec, rows });
  console.log(`\n${describeImport(phases)}\n`);
  const setting = { cores: availableParallelism(), version: database.version };
  if (options.report) writeFileSync(options.report, describeImportReport(phases, setting));
}

try {
  const database = await startBenchDatabase(options);
  running.push(database);
  const server = await startWebServer(database, options.skipsBuild);
  running.push(server);
  if (options.importRows) await benchImport(database, server, options.importRows);
  else await benchOperations(database, server);
} finally {
  await stopAll();
}
