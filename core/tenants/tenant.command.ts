/** script/tenant: an operator suspends or activates a tenant from the command line. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createPlainDatabase, loginUrl, openPool } from '@aura/db';
import { startEmbedded } from '@aura/db/embedded';
import { readCommandEnv } from './env.ts';
import { moveTenant } from './lifecycle.service.ts';
import type { TenantStatus } from './tenant.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const USAGE = 'Usage: script/tenant suspend|activate <slug> --reason "…" [--actor NAME] [--data-dir .data]';
const TARGETS: Record<string, TenantStatus> = { suspend: 'suspended', activate: 'active' };

type Command = { slug: string; to: TenantStatus; reason: string; actor: string; dataDir: string };

function readCommand(args: string[]): Command {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      reason: { type: 'string' },
      actor: { type: 'string', default: 'operator' },
      'data-dir': { type: 'string', default: path.join(REPOSITORY, '.data') },
    },
  });
  const [verb = '', slug] = positionals;
  const to = TARGETS[verb];
  if (!to || !slug || !values.reason) throw new Error(USAGE);
  return { slug, to, reason: values.reason, actor: values.actor, dataDir: path.resolve(values['data-dir']) };
}

type Server = { url: string; secret: string; stop: () => Promise<void> };

// As script/server does: DATABASE_URL's server, else the embedded one, joined when it runs already.
async function openServer(dataDir: string): Promise<Server> {
  const env = readCommandEnv();
  const secret = env.secret ?? readSecret(dataDir);
  if (env.databaseUrl) return { url: env.databaseUrl, secret, stop: async () => undefined };
  const server = await startEmbedded({ dir: path.join(dataDir, 'postgres') });
  return { url: server.adminUrl, secret, stop: server.stop };
}

function readSecret(dataDir: string): string {
  const secrets: unknown = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
  const secret = (secrets as Record<string, unknown>)['AURA_SECRET'];
  if (typeof secret !== 'string') throw new Error(`${dataDir}/secrets.json has no AURA_SECRET.`);
  return secret;
}

async function run({ dataDir, ...step }: Command): Promise<void> {
  const server = await openServer(dataDir);
  const pool = openPool({
    url: loginUrl(server.url, server.secret, 'aura_identity'),
    max: 1,
    isPooled: false,
    knowsContext: false,
  });
  try {
    const { from } = await moveTenant({ identity: createPlainDatabase(pool) }, step);
    console.log(`${step.slug} was ${from} and is ${step.to} now.`);
  } finally {
    await pool.end();
    await server.stop();
  }
}

try {
  await run(readCommand(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
