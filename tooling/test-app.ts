import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@aura/db/embedded';
import { repository } from './root.ts';

export type App = { env: Record<string, string>; stop(): Promise<void> };

const START_WITHIN_MS = 600_000;

/** Starts the whole product as script/server does, with the demo tenants, on a scratch data directory. */
export async function startApp(): Promise<App> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'aura-e2e-'));
  // PostgreSQL's user must be able to pass through; what is secret inside is closed on its own.
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const args = ['apps/web/start.ts', '--port', String(port), '--data-dir', dataDir, '--seed', 'demo'];
  // One address makes all requests of the browser tests; the limit itself is tested against a server of its own.
  const env = { ...process.env, AURA_RATE_LIMIT_PER_MINUTE: '1000000' };
  const child = spawn(process.execPath, args, { cwd: repository, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(child);
  } catch (error) {
    await stop();
    throw error;
  }
  // e2e/env.ts reads these.
  return { env: { AURA_E2E_PORT: String(port), AURA_E2E_DEMO: path.join(dataDir, 'demo.json') }, stop };
}

/** start.ts sends "ready" to a parent that listens. */
async function waitUntilReady(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`The app ended with ${code} while starting.`)),
  );
  const slow = sleep(START_WITHIN_MS, undefined, { ref: false }).then(() =>
    Promise.reject(new Error('The app did not start in time.')),
  );
  await Promise.race([once(child, 'message'), ended, slow]);
  ended.catch(() => undefined);
}
