import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';

type LockFile = {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string; integrity?: string }>;
};

/**
 * A lock file made while the registry lacked a platform's package installs here and fails elsewhere: every optional
 * dependency that a locked package names must have an entry of its own.
 */
export function checkLockFile(root: string): Finding[] {
  const lock: LockFile = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const locked = new Set(Object.keys(lock.packages).map((key) => key.replace(/^.*node_modules\//, '')));
  return Object.entries(lock.packages).flatMap(([key, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !locked.has(name))
      .map(([name, version]) => ({
        file: 'package-lock.json',
        message: `${key || 'the root'} wants ${name}@${version}, which is not locked. Pin an older version of it that exists for every platform, and install again.`,
      })),
  );
}
