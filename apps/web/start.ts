/** Runs Aura on this machine: database, migrations, build, demo data, web server. script/server is its front door. */
import { mkdirSync } from 'node:fs';
import { migrate } from '@aura/db/migrate';
import { installJobs } from '@aura/jobs';
import { seed } from '@aura/registry/seed';
import { buildIfChanged, nextProgram } from './start/build.ts';
import { type StartedDatabase, startDatabase } from './start/database.ts';
import { companyOfDemo, describeLogins, type Login, rememberLogins } from './start/demo.ts';
import { readOptions, type StartOptions } from './start/options.ts';
import { readSecret } from './start/secret.ts';
import { isPortTaken, type Served, serve, waitUntilReady } from './start/serve.ts';

/** What has been started so far, to be stopped in the opposite order. */
const running: { stop(): Promise<void> }[] = [];
let stopping: Promise<void> | undefined;

function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const part of running.reverse()) await part.stop();
  })();
  return stopping;
}

async function start(options: StartOptions): Promise<Served> {
  const { port, dataDir } = options;
  if (await isPortTaken(port))
    throw new Error(`Port ${port} is in use. Stop what runs there, or choose another with --port.`);
  mkdirSync(dataDir, { recursive: true });
  const secret = readSecret(dataDir, process.env['AURA_SECRET']);
  const rootDomain = process.env['AURA_ROOT_DOMAIN'] ?? `aura.localhost:${port}`;

  console.log('Starting the database ...');
  const database = await startDatabase(dataDir, process.env['DATABASE_URL']);
  running.push(database);
  const logins = await prepareData(options, { database, secret, rootDomain });

  console.log('Building the web application if it changed (a minute the first time) ...');
  await buildIfChanged();

  const served = serve({
    program: nextProgram(),
    // Next calls every 127.x address "localhost" when it compares hosts, and sends rewrites to a name it does not know
    // through the network: so it must be told this name, which the option below keeps at 127.0.0.1.
    args: ['start', '-H', 'localhost', '-p', String(port)],
    env: {
      // `next start` means NODE_ENV=production; AURA_MODE tells the demo on a laptop from a real installation.
      AURA_MODE: 'development',
      ...companyOfDemo(options),
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --dns-result-order=ipv4first`,
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: database.appUrl,
      AURA_SECRET: secret,
      AURA_ROOT_DOMAIN: rootDomain,
    },
  });
  running.push(served);
  await waitUntilReady(served, { port, host: rootDomain });
  console.log(`\nAura is ready: http://${rootDomain}\n`);
  if (logins.length > 0) console.log(`Demo logins:\n${describeLogins(logins)}\n`);
  return served;
}

type Prepared = { database: StartedDatabase; secret: string; rootDomain: string };

/** Brings the schema up to date and, in an empty database, makes the demo tenants. */
async function prepareData({ port, dataDir, seedKind }: StartOptions, prepared: Prepared): Promise<Login[]> {
  const { database, secret, rootDomain } = prepared;
  const { applied } = await migrate({ adminUrl: database.adminUrl, secret });
  if (applied.length > 0) console.log(`Applied ${applied.length} migrations.`);
  await installJobs({ adminUrl: database.adminUrl });
  return rememberLogins(dataDir, await seed({ kind: seedKind, adminUrl: database.adminUrl, secret, rootDomain, port }));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stopAll().then(() => process.exit(0)));
}

try {
  const served = await start(readOptions(process.argv.slice(2)));
  process.send?.('ready');
  const how = await served.ended;
  if (stopping) await stopping;
  else throw new Error(`The web server ended unexpectedly: ${how}.`);
} catch (error) {
  if (!stopping) {
    console.error((error instanceof Error && error.message) || error);
    process.exitCode = 1;
  }
  await stopAll();
  process.exit();
}
