import type { Statement } from './capture.ts';
import type { Binding, Variable } from './operations.ts';

/** A pgbench script, and the text variables that go with it on the command line. */
export type PgbenchScript = { text: string; defines: Record<string, string> };

/** What the system takes as one argument of a command is 128 KiB: a longer value stands in the script itself. */
const DEFINED_MAX = 100_000;

type Making = { variables: Record<string, Variable>; bindings: Binding[] };

/** The captured statements as a script for `pgbench -M prepared`, in the same round trips as the application's. */
export function makePgbenchScript(statements: Statement[], { variables, bindings }: Making): PgbenchScript {
  const defines: Record<string, string> = {};
  const define = (value: string): string => {
    if (value.length > DEFINED_MAX) return `'${value.replaceAll("'", "''")}'`;
    const known = Object.entries(defines).find(([, text]) => text === value);
    const name = known?.[0] ?? `p${Object.keys(defines).length + 1}`;
    defines[name] = value;
    return `:${name}`;
  };
  const lines = Object.entries(variables).map(([name, { least, most, step = 1 }]) => {
    const drawn = `random(${least}, ${most})`;
    return `\\set ${name} ${step === 1 ? drawn : `${drawn} * ${step}`}`;
  });
  for (const trip of roundTrips(statements)) {
    const sql = trip.map((statement) => `${fillParameters(statement, { bindings, define })};`);
    // What is sent behind one Sync travels together.
    lines.push(...(trip.length > 1 ? ['\\startpipeline', ...sql, '\\endpipeline'] : sql));
  }
  return { text: `${lines.join('\n')}\n`, defines };
}

/** The context call, and BEGIN before it, are sent with the statement after them. */
export function roundTrips(statements: Statement[]): Statement[][] {
  const trips: Statement[][] = [];
  let isOpen = false;
  for (const statement of statements) {
    const trip = isOpen ? trips.at(-1) : undefined;
    if (trip) trip.push(statement);
    else trips.push([statement]);
    isOpen = isPreamble(statement);
  }
  return trips;
}

export const isPreamble = ({ text }: Statement): boolean => /^begin$|app\.begin_request\(/.test(text);

type Filling = { bindings: Binding[]; define: (value: string) => string };

function fillParameters({ text, parameters }: Statement, { bindings, define }: Filling): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/\$(\d+)/g, (_, position: string) => {
    const value = parameters[Number(position) - 1] ?? null;
    if (value === null) return 'null';
    const binding = bindings.find((candidate) => candidate.value === value);
    return binding?.sql ?? define(value);
  });
}
