import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { LoadOptions } from './api-load.ts';
import type { BenchRole } from './operations.ts';
import { type Latencies, summarize } from './percentiles.ts';
import type { PgbenchScript } from './pgbench-script.ts';

const PGBENCH = '/usr/lib/postgresql/15/bin/pgbench';
const TRIAL_TRANSACTIONS = 25;
const run = promisify(execFile);

/** Runs the script with prepared statements; each transaction's time comes from pgbench's own log. */
export async function loadPgbench(
  target: { appUrl: string; role: BenchRole },
  script: PgbenchScript,
  { concurrency, seconds }: LoadOptions,
): Promise<Latencies> {
  const dir = mkdtempSync(path.join(tmpdir(), 'aura-pgbench-'));
  try {
    const file = path.join(dir, 'script.sql');
    writeFileSync(file, script.text);
    const defines = Object.entries(script.defines).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const threads = String(Math.min(concurrency, 2));
    // A trial run counts transactions: pgbench's clock has whole seconds only.
    const length = seconds < 2 ? ['-t', String(TRIAL_TRANSACTIONS)] : ['-T', String(Math.round(seconds))];
    const load = ['-n', '-M', 'prepared', '-f', file, '-c', String(concurrency), '-j', threads, ...length];
    const log = ['-l', '--log-prefix', path.join(dir, 'log')];
    await run(PGBENCH, [...load, ...log, ...defines, roleUrl(target)]).catch((error: { stderr?: string }) => {
      throw new Error(`pgbench: ${error.stderr}\n${script.text}`);
    });
    return summarize(globSync('log.*', { cwd: dir }).flatMap((name) => readTimes(path.join(dir, name))));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

// pgbench prepares a pipeline before it runs it, so the role that the context call takes has to be there already.
function roleUrl({ appUrl, role }: { appUrl: string; role: BenchRole }): string {
  const url = new URL(appUrl);
  url.search = `?options=-c%20role%3D${role === 'rep' ? 'aura_rep' : 'aura_manager'}`;
  return url.href;
}

/** The third column is the transaction's time in microseconds. */
function readTimes(file: string): number[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.filter(Boolean).map((line) => Number(line.split(' ')[2]) / 1_000);
}
