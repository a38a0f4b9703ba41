import { withConnection } from '@aura/db/databases';

/** Seconds that PostgreSQL spent, by what for; triggers and foreign keys are part of the statements that fire them. */
export type StatementTimes = { statements: Map<string, number>; within: Map<string, number> };

const STATEMENTS: readonly (readonly [string, RegExp])[] = [
  ['finding known records', /^with wanted as/],
  ['inserting contacts', /^insert into crm\.contacts/],
  ['inserting organizations', /^insert into crm\.organizations/],
  ['updating contacts', /^with incoming as .*crm\.contacts/s],
  ['telling the timelines', /^insert into core\.events/],
  ['keeping what undo needs', /core\.import_changes/],
  ['keeping the refused rows', /core\.import_errors/],
  ['refreshing statistics', /core\.refresh_statistics/],
  ['begin, commit, savepoints', /^(begin|commit|rollback|savepoint|release)/],
];
const OTHER = 'other statements';

/** Counts from zero. Needs a server that was started with STATEMENT_SETTINGS. */
export async function forgetTimes(superuserUrl: string): Promise<void> {
  await withConnection(superuserUrl, async (client) => {
    await client.query('create extension if not exists pg_stat_statements');
    await client.query('select pg_stat_statements_reset(), pg_stat_reset()');
  });
}

export const STATEMENT_SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'all',
  'pg_stat_statements.max': '20000',
  track_functions: 'all',
};

export async function readTimes(superuserUrl: string): Promise<StatementTimes> {
  return withConnection(superuserUrl, async (client) => {
    const { rows } = await client.query<{ query: string; seconds: number; toplevel: boolean }>(
      `select s.query, s.total_exec_time / 1000 as seconds, s.toplevel
         from pg_stat_statements s join pg_database d on d.oid = s.dbid
        where d.datname = current_database() and s.userid::regrole::text <> 'postgres'`,
    );
    // A backend tells what it counted when it ends a transaction, a second later at most.
    await client.query('select pg_stat_force_next_flush()');
    const functions = await client.query<{ name: string; seconds: number }>(
      `select schemaname || '.' || funcname || '()' as name, sum(self_time) / 1000 as seconds from pg_stat_user_functions group by 1`,
    );
    const keys = rows.filter(({ query, toplevel }) => !toplevel && /^SELECT 1 FROM ONLY/.test(query));
    const within = new Map(functions.rows.map(({ name, seconds }) => [name, seconds]));
    within.set('foreign keys', sum(keys));
    return { statements: sumStatements(rows.filter(({ toplevel }) => toplevel)), within };
  });
}

const sum = (rows: readonly { seconds: number }[]): number => rows.reduce((all, { seconds }) => all + seconds, 0);

function sumStatements(rows: readonly { query: string; seconds: number }[]): Map<string, number> {
  const named = Map.groupBy(rows, ({ query }) => {
    const text = query.trim().replaceAll('"', '').replaceAll(/\s+/g, ' ');
    return STATEMENTS.find(([, pattern]) => pattern.test(text))?.[0] ?? OTHER;
  });
  return new Map([...named].map(([name, some]) => [name, sum(some)]));
}
