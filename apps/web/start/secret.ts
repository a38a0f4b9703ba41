import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The installation's secret: from the environment, else made once and kept in the data directory for its owner alone. */
export function readSecret(dataDir: string, fromEnvironment: string | undefined): string {
  if (fromEnvironment) return fromEnvironment;
  const file = path.join(dataDir, 'secrets.json');
  if (!existsSync(file)) writePrivate(file, { AURA_SECRET: randomBytes(32).toString('base64url') });
  const secrets: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  const secret = secrets['AURA_SECRET'];
  if (typeof secret !== 'string') throw new Error(`${file} has no AURA_SECRET.`);
  return secret;
}

/** Written beside and renamed, so that a reader never sees half a file. */
export function writePrivate(file: string, value: unknown): void {
  writeFileSync(`${file}.partial`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.partial`, file);
}
