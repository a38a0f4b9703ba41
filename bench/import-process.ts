import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CpuProfile } from './cpu-profile.ts';
import type { BenchDatabase } from './database.ts';

export type WorkerProcess = {
  /** Throws when the process ends by itself. */
  ended: Promise<never>;
  stop(): Promise<{ profile: CpuProfile; peakRssBytes: number }>;
};

/** The product's worker in a process of its own, watched by Node's profiler. */
export function startImportWorker({ adminUrl, secret }: BenchDatabase, rootDomain: string): WorkerProcess {
  const dir = mkdtempSync(path.join(tmpdir(), 'aura-import-'));
  const databaseUrl = Object.assign(new URL(adminUrl), { username: '', password: '' }).href;
  const child = fork(path.join(import.meta.dirname, 'import-worker.ts'), [databaseUrl, secret, rootDomain], {
    execArgv: ['--cpu-prof', '--cpu-prof-dir', dir],
  });
  const exit = once(child, 'exit');
  return {
    ended: exit.then(([code]) => {
      throw new Error(`The worker ended: exit code ${code}.`);
    }),
    stop: async () => {
      const told = once(child, 'message');
      child.kill('SIGTERM');
      const [{ peakRssBytes }] = (await told) as [{ peakRssBytes: number }];
      await exit;
      const [file = ''] = readdirSync(dir);
      const profile: CpuProfile = JSON.parse(readFileSync(path.join(dir, file), 'utf8'));
      rmSync(dir, { recursive: true });
      return { profile, peakRssBytes };
    },
  };
}
