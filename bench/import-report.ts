import type { ImportPhase } from './import-bench.ts';

const WITHIN_MAX = 14;
const number = (value: number): string => value.toLocaleString('en-US');
const seconds = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

/** How fast each phase was, and where its time went. */
export function describeImport(phases: readonly ImportPhase[]): string {
  return `${table(
    ['phase', 'rows', 'created', 'updated', 'refused', 'upload s', 'run s', 'rows a second', 'peak memory'],
    phases.map(({ name, counts, uploadS, runS, peakRssBytes }) => [
      name,
      ...[counts.total, counts.created, counts.updated, counts.failed].map(number),
      seconds(uploadS),
      seconds(runS),
      number(Math.round(counts.total / runS)),
      `${Math.round(peakRssBytes / 1_048_576)} MB`,
    ]),
  )}

The worker's process, in seconds:

${compare(phases, ({ worker }) => worker)}

PostgreSQL's statements, with the triggers and foreign keys that they fire:

${compare(phases, ({ database }) => database.statements)}

Of that inside functions and foreign keys, each without what it calls:

${compare(phases, ({ database }) => database.within)}`;
}

function compare(phases: readonly ImportPhase[], of: (phase: ImportPhase) => Map<string, number>): string {
  const names = [...new Set(phases.flatMap((phase) => [...of(phase).keys()]))];
  const rows = names
    .map((name) => ({ name, times: phases.map((phase) => of(phase).get(name) ?? 0) }))
    .toSorted((a, b) => Math.max(...b.times) - Math.max(...a.times))
    .slice(0, WITHIN_MAX);
  return table(
    ['', ...phases.map(({ name }) => name)],
    rows.map(({ name, times }) => [name, ...times.map(seconds)]),
  );
}

function table(head: string[], body: string[][]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...body].map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]): string => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n');
}

/** docs/generated/import.md */
export function describeImportReport(
  phases: readonly ImportPhase[],
  { cores, version }: { cores: number; version: string },
): string {
  return `# Import, measured

Made by \`npm run bench -- --import ${phases[0]?.counts.total ?? 0} --report docs/generated/import.md\`. Machine: ${cores} cores, shared by
PostgreSQL ${version}, the web server and the worker. A file of contacts is uploaded over HTTP and run by a worker process, first as a dry
run, then for good: one row in ten is of a contact that is there, one in fifty is at fault, and companies that nobody knows are
made. Watching costs a tenth or so of the speed.

${describeImport(phases)}
`;
}
