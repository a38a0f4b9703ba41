import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, startEmbedded } from '@aura/db/embedded';
import { chooseUser } from '@aura/db/embedded-binaries';

/** Other servers that Aura must work with, each on 127.0.0.1 and a scratch folder that goes with it. */
export type TestServer = { url: string; stop(): Promise<void> };

const PROGRAMS = {
  postgres: '/usr/lib/postgresql/15/bin/postgres',
  pgbouncer: '/usr/sbin/pgbouncer',
  redis: '/usr/bin/redis-server',
};

/** For `describe.runIf(isInstalled('redis'))`. CI installs all three (.ci/run). */
export const isInstalled = (server: keyof typeof PROGRAMS): boolean => existsSync(PROGRAMS[server]);

/** Debian's PostgreSQL 15, the oldest we support. `url` is aura_admin's on the empty database `aura`. */
export async function startDebianPostgres(): Promise<TestServer & { superuserUrl: string }> {
  const dir = scratch();
  const server = await startEmbedded({
    dir: path.join(dir, 'postgres'),
    binaries: path.dirname(PROGRAMS.postgres),
    settings: { fsync: 'off', full_page_writes: 'off' },
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { url: server.adminUrl, superuserUrl: server.superuserUrl, stop };
}

export type PgbouncerOptions = {
  /** A superuser's URL: PgBouncer asks that server for the passwords of all other roles. */
  backend: string;
  poolMode: 'transaction' | 'session';
};

/** `url` is the backend's, through PgBouncer; any role and database of the backend can be put into it. */
export async function startPgbouncer({ backend, poolMode }: PgbouncerOptions): Promise<TestServer> {
  const { hostname, port: backendPort, username, password } = new URL(backend);
  const port = await freePort();
  const dir = scratch();
  const users = path.join(dir, 'users.txt');
  writeFileSync(users, `"${username}" "${decodeURIComponent(password)}"\n`, { mode: 0o600 });
  const config = path.join(dir, 'pgbouncer.ini');
  const lines = [
    '[databases]',
    `* = host=${hostname} port=${backendPort}`,
    '[pgbouncer]',
    `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =`,
    `auth_type = scram-sha-256\nauth_file = ${users}\nauth_user = ${username}`,
    'auth_query = select usename, passwd from pg_catalog.pg_shadow where usename = $1',
    // Few server connections, so that tests really share them.
    `pool_mode = ${poolMode}\ndefault_pool_size = 4\nmax_client_conn = 200`,
    'ignore_startup_parameters = extra_float_digits, options',
  ];
  writeFileSync(config, `${lines.join('\n')}\n`, { mode: 0o600 });
  // It refuses to run as root, like PostgreSQL.
  const runAs = chooseUser(dir);
  if (runAs) for (const file of [dir, users, config]) chownSync(file, runAs.uid, runAs.gid);
  const child = spawn(PROGRAMS.pgbouncer, ['-q', config], { ...runAs, cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] });
  const url = Object.assign(new URL(backend), { hostname: '127.0.0.1', port: String(port) }).href;
  return whenListening(child, { url, port, dir });
}

/** Redis without persistence. */
export async function startRedis(): Promise<TestServer> {
  const port = await freePort();
  const dir = scratch();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'no'];
  const child = spawn(PROGRAMS.redis, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  return whenListening(child, { url: `redis://127.0.0.1:${port}`, port, dir });
}

function scratch(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'aura-server-'));
  chmodSync(dir, 0o755);
  return dir;
}

type Listening = { url: string; port: number; dir: string };

const LISTENS_WITHIN_MS = 10_000;

async function whenListening(child: ChildProcess, { url, port, dir }: Listening): Promise<TestServer> {
  let errors = '';
  child.stderr?.on('data', (chunk) => (errors += chunk));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(dir, { recursive: true, force: true });
  };
  const deadline = performance.now() + LISTENS_WITHIN_MS;
  while (!(await accepts(port))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error(`${child.spawnfile} does not listen on port ${port}. ${errors}`);
    }
    await sleep(30);
  }
  return { url, stop };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
