import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from '@aura/db/databases';
import type { BenchDatabase } from './database.ts';

/** A statement that the application sent, with its parameters as PostgreSQL received them; null is SQL's. */
export type Statement = { text: string; parameters: (string | null)[] };

type LogEntry = { user?: string; dbname?: string; pid?: number; message?: string; detail?: string };

const LOGGED_WITHIN_MS = 10_000;

/** What the application's login sent to PostgreSQL while `work` ran, connection by connection, in order. */
export async function captureStatements(database: BenchDatabase, work: () => Promise<unknown>): Promise<Statement[]> {
  const before = readLog(database.logDir).length;
  await logAll(database, true);
  try {
    await work();
  } finally {
    await logAll(database, false);
  }
  const marker = `bench ${Math.random()}`;
  await withConnection(database.superuserUrl, (client) => client.query(`do $$ begin raise log '${marker}'; end $$`));
  const deadline = performance.now() + LOGGED_WITHIN_MS;
  for (;;) {
    const log = readLog(database.logDir).slice(before);
    // The collector writes when it gets to it.
    if (log.includes(marker)) return statementsOf(log);
    if (performance.now() > deadline) throw new Error('PostgreSQL did not log what was asked of it.');
    await sleep(50);
  }
}

async function logAll({ superuserUrl, appUrl }: BenchDatabase, isOn: boolean): Promise<void> {
  await withConnection(superuserUrl, async (client) => {
    await client.query(`alter system set log_min_duration_statement = ${isOn ? 0 : -1}`);
    await client.query('select pg_reload_conf()');
  });
  // A backend reads its settings between two commands; this tells that the server has seen the change.
  const wanted = isOn ? '0' : '-1';
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await withConnection(appUrl, (client) => client.query('show log_min_duration_statement'));
    if (found.rows[0]?.log_min_duration_statement === wanted) break;
    await sleep(20);
  }
  await sleep(100);
}

function readLog(dir: string): string {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFileSync(path.join(dir, name), 'utf8'))
    .join('');
}

/** The executed statements of the login aura_app in a JSON log. */
export function statementsOf(log: string): Statement[] {
  const byConnection = new Map<number, Statement[]>();
  for (const line of log.split('\n').filter((text) => text.startsWith('{'))) {
    const entry: LogEntry = JSON.parse(line);
    const statement = entry.user === 'aura_app' ? statementOf(entry) : undefined;
    const pid = entry.pid ?? 0;
    if (statement) byConnection.set(pid, [...(byConnection.get(pid) ?? []), statement]);
  }
  return [...byConnection.values()].flat();
}

function statementOf({ message = '', detail = '' }: LogEntry): Statement | undefined {
  const [, text] = /^duration: [\d.]+ ms {2}(?:execute [^:]+|statement): ([\s\S]*)$/.exec(message) ?? [];
  if (text === undefined || /^show /i.test(text)) return undefined;
  return { text, parameters: readParameters(detail) };
}

/** `Parameters: $1 = 'O''Hara', $2 = NULL` */
export function readParameters(detail: string): (string | null)[] {
  const found = detail.matchAll(/\$\d+ = (?:(NULL)|'((?:[^']|'')*)')/gi);
  return [...found].map(([, isNull, text]) => (isNull ? null : (text ?? '').replaceAll("''", "'")));
}
