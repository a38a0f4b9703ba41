import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StartOptions } from './options.ts';
import { writePrivate } from './secret.ts';

export type Login = { tenant: string; origin: string; email: string; password: string; role: string };

/** Keeps the logins that a seed made; a start that seeded nothing gets those of the first. */
export function rememberLogins(dataDir: string, seeded: Login[]): Login[] {
  const file = path.join(dataDir, 'demo.json');
  if (seeded.length > 0) writePrivate(file, seeded);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

export function describeLogins(logins: Login[]): string {
  const rows = logins.map(({ origin, email, password, role }) => [origin, email, password, role]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`).join('\n');
}

/** The demo's site stands on the example of a company, and says that it is one. */
export function companyOfDemo({ seedKind }: StartOptions): { AURA_COMPANY_FILE?: string } {
  if (seedKind !== 'demo') return {};
  return { AURA_COMPANY_FILE: path.resolve(import.meta.dirname, '../../../core/site/company.example.json') };
}
