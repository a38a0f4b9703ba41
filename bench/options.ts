import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Size } from './record-ids.ts';

export type BenchOptions = {
  /** One tenant of each size: "10000" contacts and as many deals, or "1000000:200000" with fewer deals. */
  sizes: Size[];
  /** How many small tenants share the database with them. */
  tenants: number;
  /** How long each operation is measured on each side, with one client and with eight together. */
  seconds: number;
  /** Kept between runs, so that a million records are made once. */
  dataDir: string;
  /** Measures the web application as it was last built, whatever has changed since. */
  skipsBuild: boolean;
  /** How many rows of contacts are imported and profiled, in place of everything else. */
  importRows: number | undefined;
  /** Where the report goes; none for a trial run. */
  report: string | undefined;
};

const SIZES = '10000,1000000:200000';
const IMPORT_SIZE = '20000:2000';

/** Throws with a sentence for the terminal when an option makes no sense. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string' },
      tenants: { type: 'string', default: '100' },
      import: { type: 'string' },
      seconds: { type: 'string', default: '3' },
      'data-dir': { type: 'string', default: path.join(tmpdir(), 'aura-bench') },
      'skip-build': { type: 'boolean', default: false },
      report: { type: 'string' },
    },
  });
  return {
    sizes: (values.sizes ?? (values.import ? IMPORT_SIZE : SIZES)).split(',').map(sizeOf),
    tenants: wholeNumber('--tenants', values.tenants, 0),
    seconds: wholeNumber('--seconds', values.seconds, 1),
    dataDir: path.resolve(values['data-dir']),
    skipsBuild: values['skip-build'],
    importRows: values.import === undefined ? undefined : wholeNumber('--import', values.import, 1),
    report: values.report,
  };
}

function sizeOf(text: string): Size {
  const [contacts = '', deals = contacts] = text.split(':');
  return { contacts: wholeNumber('--sizes', contacts, 100), deals: wholeNumber('--sizes', deals, 100) };
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new Error(`${name} ${text}: a whole number from ${least}.`);
  return value;
}
