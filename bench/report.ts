import type { Latencies } from './percentiles.ts';
import type { Size } from './record-ids.ts';

export const CONCURRENCIES = [1, 8] as const;

/** Both sides of one operation: through the API, and the same statements by pgbench. */
export type Measured = { concurrency: number; api: Latencies; pgbench: Latencies };
export type Result = { operation: string; size: Size; role: string; measured: Measured[]; objections: string[] };

const ms = (value: number): string => (Number.isFinite(value) ? value.toFixed(value < 10 ? 1 : 0) : '-');

const HEAD = [
  'operation',
  'records',
  'role',
  'clients',
  'API p50',
  'API p95',
  'API p99',
  'pgbench mean',
  'pgbench p95',
  'ratio of p95',
  'plan',
];

/** One row for each operation, size, role and concurrency; times in milliseconds. */
export function describeResults(results: Result[]): string {
  const rows = results.flatMap((result) => result.measured.map((measured) => rowOf(result, measured)));
  return toTable([HEAD, ...rows]);
}

function rowOf({ operation, size, role, objections }: Result, { concurrency, api, pgbench }: Measured): string[] {
  const ratio = api.p95 / pgbench.p95;
  return [
    operation,
    recordsText(size),
    role,
    String(concurrency),
    ms(api.p50),
    ms(api.p95),
    ms(api.p99),
    ms(pgbench.mean),
    ms(pgbench.p95),
    Number.isFinite(ratio) ? ratio.toFixed(1) : '-',
    objections.length === 0 ? 'index only' : objections.join('; '),
  ];
}

/** "1,000,000", or "1,000,000 : 200,000" contacts and deals. */
const recordsText = ({ contacts, deals }: Size): string =>
  [...new Set([contacts, deals])].map((amount) => amount.toLocaleString('en-US')).join(' : ');

function toTable(rows: string[][]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

export type Setting = { cores: number; version: string; tenants: number; seconds: number };

/** docs/generated/bench.md */
export function describeReport(results: Result[], { cores, version, tenants, seconds }: Setting): string {
  return `# Speed, measured

Made by \`npm run bench -- --report docs/generated/bench.md\`. Machine: ${cores} cores, shared by PostgreSQL ${version}, the web
server, and whoever asks. ${tenants} small tenants of 500 records live in the same database. Each line was measured for ${seconds} s.

The API is asked over HTTP with kept-alive connections; pgbench runs the very statements that the API sent to PostgreSQL,
prepared, in the same round trips, under the same login and session. Times are milliseconds and depend on the machine; the
ratio is what counts. With 8 clients two cores are busy all the time, so those times are mostly waiting. The plan column says
"index only" when no statement scans a tenant table, uses an index without the tenant, or drops more than 1,000 rows.

${describeResults(results)}
`;
}
