import path from 'node:path';
import { parseArgs } from 'node:util';

export type SeedKind = 'demo' | 'none' | 'large';
export type StartOptions = { port: number; dataDir: string; seedKind: SeedKind };

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');

/** Throws with a sentence for the terminal when an option makes no sense. */
export function readOptions(args: string[]): StartOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '3000' },
      'data-dir': { type: 'string', default: path.join(REPOSITORY, '.data') },
      seed: { type: 'string', default: 'demo' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`--port ${values.port}: a number from 1 to 65535.`);
  return { port, dataDir: path.resolve(values['data-dir']), seedKind: readSeedKind(values.seed) };
}

function readSeedKind(value: string): SeedKind {
  if (value === 'demo' || value === 'none' || value === 'large') return value;
  throw new Error(`--seed ${value}: demo, none or large.`);
}
