import { listMigrations, type Migration } from '@aura/db/migrate';
import type { Finding } from './finding.ts';

export const LOCK = 'docs/generated/migrations.lock';

/** One line per migration: its hash and its file. */
export function describeMigrations(migrations: Migration[]): string {
  return migrations.map(({ sha256, file }) => `${sha256}  ${file}\n`).join('');
}

/** Migrations have run on other machines, so a locked one may neither change nor disappear. */
export function checkMigrations(locked: string, migrations: Migration[] = listMigrations()): Finding[] {
  const current = new Map(migrations.map(({ file, sha256 }) => [file, sha256]));
  return locked.split('\n').flatMap((line) => {
    const [sha256, file] = line.split('  ');
    if (!sha256 || !file || current.get(file) === sha256) return [];
    const what = current.has(file) ? 'was changed' : 'is gone';
    return [
      { file, message: `This migration ${what} after it was locked. Restore it and write a new migration instead.` },
    ];
  });
}
