import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createDatabase, dropDatabase, withConnection } from '@aura/db/databases';
import { listMigrations } from '@aura/db/migrate';
import { describeAttacks } from '@aura/testkit/isolation/attacks';
import { listTenantTables } from '@aura/testkit/isolation/tenant-tables';
import type { GenerateContext, Step } from './generate-step.ts';
import { describeMigrations, LOCK } from './migrations-lock.ts';
import { describeModuleGraph } from './module-graph.ts';
import { repository } from './root.ts';
import { describeSchema } from './schema.ts';
import { describeSizes } from './sizes.ts';
import { setup, TEMPLATE, teardown } from './test-database.ts';

/** Every generated file of the repository. Add a line to add one. */
export const steps: Step[] = [
  { file: LOCK, make: ({ root }) => describeMigrations(listMigrations(root)) },
  { file: 'docs/generated/schema.sql', make: ({ databaseUrl }) => describeSchema(databaseUrl) },
  { file: 'packages/db/generated/database.ts', make: ({ databaseUrl }) => describeTypes(databaseUrl) },
  { file: 'docs/generated/module-graph.md', make: ({ root }) => describeModuleGraph(root) },
  { file: 'docs/generated/attacks.txt', make: ({ databaseUrl }) => describeAttackList(databaseUrl) },
  { file: 'docs/generated/size.txt', make: ({ root }) => describeSizes(root) },
];

/** What the isolation tests try as the application's own login. */
function describeAttackList(databaseUrl: string): Promise<string> {
  return withConnection(databaseUrl, async (client) => describeAttacks(await listTenantTables(client)));
}

/** The types of all tables, for Kysely. */
async function describeTypes(databaseUrl: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aura-types-'));
  const file = path.join(folder, 'database.ts');
  const program = path.join(repository, 'node_modules/.bin/kysely-codegen');
  const args = ['--dialect=postgres', `--url=${databaseUrl}`, `--out-file=${file}`, '--date-parser=string'];
  try {
    await promisify(execFile)(program, [...args, '--exclude-pattern=migrations.*'], { cwd: folder });
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function openGenerateContext(): Promise<GenerateContext & { close(): Promise<void> }> {
  const { adminUrl } = await setup();
  const name = `aura_test_${process.pid}_generate`;
  const databaseUrl = await createDatabase(adminUrl, name, TEMPLATE);
  return {
    root: repository,
    databaseUrl,
    close: async () => {
      await dropDatabase(adminUrl, name);
      await teardown();
    },
  };
}
