import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** For the tests of checks: a scratch repository with these files, gone after the test. */
export function plant(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'aura-planted-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

/** A package.json with the doors `.`, `./client` and `./module`. */
export function manifest(name: string, dependencies: string[] = []): string {
  return JSON.stringify({
    name: `@aura/${name}`,
    exports: { '.': './index.ts', './client': './client.ts', './module': './module.ts' },
    dependencies: Object.fromEntries(dependencies.map((dependency) => [`@aura/${dependency}`, '*'])),
  });
}
