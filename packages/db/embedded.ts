import { createHash, createHmac, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from './databases.ts';
import { chooseUser, locateBinaries, type RunAs, run, SHARED_DIR } from './embedded-binaries.ts';
import { isAlive, withLock } from './embedded-lock.ts';

export type EmbeddedOptions = {
  /** Everything of this server lives here: the cluster, its password, its log. */
  dir: string;
  /** A free one by default. */
  port?: number;
  /** PostgreSQL settings, e.g. `{ fsync: 'off' }` for tests. Not applied to a server that already runs. */
  settings?: Record<string, string>;
  /** The folder of initdb and pg_ctl of another PostgreSQL, 15 or newer; ours by default. */
  binaries?: string;
};

export type Embedded = {
  /** `aura_admin` on the database `aura`: not a superuser, just as on a managed service. */
  adminUrl: string;
  superuserUrl: string;
  port: number;
  /** Where the data really is: elsewhere than asked when root's PostgreSQL user cannot enter the asked folder. */
  dir: string;
  /** Stops the server, unless another living process has started it too. */
  stop(): Promise<void>;
};

type Server = { bin: string; dir: string; cluster: string; log: string; runAs: RunAs };

const RETRY_FOR_MS = 15_000;
// What the leftovers of a killed server (or a port taken meanwhile) say; all of it passes within seconds.
const PASSING_FAILURE = /lock file|shared memory block|could not bind|Address already in use|is starting up/i;

/** Starts PostgreSQL from the npm binaries, or joins the server that already runs on this folder. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { port, settings = {} } = options;
  const asked = path.resolve(options.dir);
  const runAs = chooseUser(asked);
  const bin = options.binaries ?? (await locateBinaries(runAs));
  const home = prepareDir(asked, runAs);
  const server: Server = {
    bin,
    dir: home,
    cluster: path.join(home, 'cluster'),
    log: path.join(home, 'server.log'),
    runAs,
  };
  const lock = path.join(home, 'lock');

  return withLock(lock, async () => {
    const password = readPassword(server);
    if (!fs.existsSync(server.cluster)) await initCluster(server, settings['fsync'] !== 'off');
    const actualPort = await startOrJoin(server, { port, settings });
    takeLease(server);
    const superuserUrl = `postgres://postgres:${password}@127.0.0.1:${actualPort}/postgres`;
    const adminPassword = createHmac('sha256', password).update('aura_admin').digest('hex');
    await ensureAdmin(superuserUrl, adminPassword);
    const adminUrl = `postgres://aura_admin:${adminPassword}@127.0.0.1:${actualPort}/aura`;
    return {
      adminUrl,
      superuserUrl,
      port: actualPort,
      dir: home,
      stop: () => withLock(lock, () => releaseLease(server)),
    };
  });
}

function prepareDir(asked: string, runAs: RunAs): string {
  fs.mkdirSync(path.dirname(asked), { recursive: true });
  const name = `aura-data-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`;
  const dir = !runAs || canEnter(path.dirname(asked), runAs) ? asked : path.join(SHARED_DIR, name);
  if (!fs.existsSync(dir)) {
    fs.mkdirSync(dir, { mode: 0o700 });
    if (runAs) fs.chownSync(dir, runAs.uid, runAs.gid);
  }
  const owner = runAs?.uid ?? process.getuid?.();
  if (owner !== undefined && fs.lstatSync(dir).uid !== owner) {
    throw new Error(`${dir} belongs to another user; remove it or choose another data directory.`);
  }
  return dir;
}

function canEnter(dir: string, runAs: { uid: number; gid: number }): boolean {
  const { uid, gid, mode } = fs.statSync(dir);
  const bit = uid === runAs.uid ? 0o100 : gid === runAs.gid ? 0o010 : 0o001;
  const parent = path.dirname(dir);
  return (mode & bit) !== 0 && (parent === dir || canEnter(parent, runAs));
}

/** The superuser's password: generated once, readable by the server's user (and root) alone. */
function readPassword(server: Server): string {
  const file = passwordFile(server);
  if (!fs.existsSync(file)) writeOwned(server, file, randomBytes(24).toString('hex'));
  return fs.readFileSync(file, 'utf8');
}

const passwordFile = (server: Server): string => path.join(server.dir, 'superuser.password');

function writeOwned({ runAs }: Server, file: string, text: string): void {
  const partial = `${file}.${process.pid}.partial`;
  fs.writeFileSync(partial, text, { mode: 0o600 });
  if (runAs) fs.chownSync(partial, runAs.uid, runAs.gid);
  fs.renameSync(partial, file);
}

/** Made beside and renamed, so that a run killed in the middle leaves no half cluster. */
async function initCluster(server: Server, durable: boolean): Promise<void> {
  const partial = `${server.cluster}.partial`;
  fs.rmSync(partial, { recursive: true, force: true });
  const args = ['-D', partial, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile(server)}`];
  args.push('--encoding=UTF8', '--locale=C', '--no-instructions');
  // The builtin locale (since 17) sorts the same on every operating system and never changes under an index.
  if ((await majorVersion(server)) >= 17) args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  const result = await run(path.join(server.bin, 'initdb'), durable ? args : [...args, '--no-sync'], server.runAs);
  if (result.code !== 0) throw new Error(`initdb failed: ${result.output}`);
  fs.renameSync(partial, server.cluster);
}

async function majorVersion({ bin, runAs }: Server): Promise<number> {
  const { output } = await run(path.join(bin, 'postgres'), ['--version'], runAs);
  return Number(/\d+/.exec(output)?.[0]);
}

async function startOrJoin(
  server: Server,
  { port, settings }: Pick<EmbeddedOptions, 'port' | 'settings'>,
): Promise<number> {
  const deadline = performance.now() + RETRY_FOR_MS;
  for (;;) {
    const running = await runningPort(server);
    if (running) return running;
    const failure = await tryStart(server, { ...settings, port: String(port ?? (await freePort())) });
    if (failure === null) continue;
    if (!PASSING_FAILURE.test(failure) || performance.now() > deadline) {
      throw new Error(`PostgreSQL did not start (${server.log}): ${failure}`);
    }
    await sleep(300);
  }
}

/** The port in postmaster.pid, if its server is ready and really answers (a killed one may leave file and zombie behind). */
async function runningPort({ bin, cluster, runAs }: Server): Promise<number | null> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(pidFile)) return null;
  if ((await run(path.join(bin, 'pg_ctl'), ['-D', cluster, 'status'], runAs)).code !== 0) return null;
  const lines = fs.existsSync(pidFile) ? fs.readFileSync(pidFile, 'utf8').split('\n') : [];
  const port = Number(lines[3]);
  return lines[7]?.trim() === 'ready' && (await accepts(port)) ? port : null;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket
      .once('error', () => resolve(false))
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      });
  });
}

/** Null when it started, else what it logged. */
async function tryStart(
  { bin, cluster, log, runAs }: Server,
  settings: Record<string, string>,
): Promise<string | null> {
  // No Unix socket: its path would be limited to about 100 characters.
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value.replaceAll("'", "'\\''")}'`);
  const logged = fs.existsSync(log) ? fs.statSync(log).size : 0;
  const args = ['-D', cluster, '-w', '-t', '60', '-l', log, '-o', options.join(' '), 'start'];
  const result = await run(path.join(bin, 'pg_ctl'), args, runAs);
  if (result.code === 0) return null;
  const tail = fs.existsSync(log) ? fs.readFileSync(log).subarray(logged).toString().slice(-2000) : '';
  return `${result.output}\n${tail}`;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}

/** Migrations run as this plain role, so that they cannot need what a managed service would not give. */
function ensureAdmin(superuserUrl: string, adminPassword: string): Promise<void> {
  return withConnection(superuserUrl, async (client) => {
    const roles = await client.query("select from pg_roles where rolname = 'aura_admin'");
    if (roles.rowCount === 0) {
      const attributes = 'login createrole createdb nosuperuser nobypassrls';
      await client.query(`create role aura_admin ${attributes} password ${client.escapeLiteral(adminPassword)}`);
    }
    const databases = await client.query("select from pg_database where datname = 'aura'");
    if (databases.rowCount === 0) await client.query('create database aura owner aura_admin');
  });
}

// Leases: one file per process that uses the server, named by its pid; the last one out stops it.
const leases = (server: Server): string => path.join(server.dir, 'leases');

function takeLease(server: Server): void {
  fs.mkdirSync(leases(server), { recursive: true });
  fs.writeFileSync(path.join(leases(server), String(process.pid)), '');
}

async function releaseLease(server: Server): Promise<void> {
  fs.rmSync(path.join(leases(server), String(process.pid)), { force: true });
  const holders = fs.existsSync(leases(server)) ? fs.readdirSync(leases(server)) : [];
  if (holders.some((pid) => isAlive(Number(pid)))) return;
  fs.rmSync(leases(server), { recursive: true, force: true });
  if ((await runningPort(server)) === null) return;
  const args = ['-D', server.cluster, '-m', 'fast', '-w', '-t', '60', 'stop'];
  const result = await run(path.join(server.bin, 'pg_ctl'), args, server.runAs);
  if (result.code !== 0) throw new Error(`PostgreSQL did not stop: ${result.output}`);
}
