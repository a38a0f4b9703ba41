import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@aura/db/embedded';
import { inheritedEnv } from './env.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '..');
const READY_WITHIN_MS = 120_000;

export type OwnServer = {
  rootHost: string;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Ends the web process as a power cut would; what it leaves open stays open. */
  crash(): Promise<void>;
};

type Starting = { dataDir: string; port?: number; env?: Record<string, string> };

/** A server of a test's own, as script/server starts it: on a folder of its own, or beside another server on the same one. */
export async function startServer({ dataDir, port: asked, env = {} }: Starting): Promise<OwnServer> {
  const port = asked ?? (await freePort());
  const args = ['apps/web/start.ts', '--port', String(port), '--data-dir', dataDir, '--seed', 'none'];
  const child = spawn(process.execPath, args, {
    cwd: REPOSITORY,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...inheritedEnv(), ...env },
  });
  let said = '';
  child.stderr?.on('data', (chunk) => (said = `${said}${chunk}`.slice(-4_000)));
  const ready = once(child, 'message').then(() => 'ready');
  const ended = once(child, 'exit').then(([code]) => `ended with ${code}`);
  const how = await Promise.race([ready, ended, sleep(READY_WITHIN_MS, 'did not start in time', { ref: false })]);
  if (how !== 'ready') {
    child.kill('SIGKILL');
    throw new Error(`The test's own server ${how}. ${said}`);
  }
  return { rootHost: `aura.localhost:${port}`, stop: () => end(child), crash: () => crash(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

async function crash(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  for (const pid of childrenOf(child)) process.kill(pid, 'SIGKILL');
  await exit;
}

/** The web server is the only process that the starter holds. */
function childrenOf({ pid }: ChildProcess): number[] {
  const listed = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return listed
    .split('\n')
    .map(Number)
    .filter((each) => each > 0);
}

/** A scratch folder that PostgreSQL's user may pass through. */
export function scratchFolder(): { dir: string; remove(): void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'aura-e2e-own-'));
  chmodSync(dir, 0o755);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
