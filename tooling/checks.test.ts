import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findStale, writeAll } from './generate.ts';
import type { Step } from './generate-step.ts';
import { checkLockFile } from './lock-file.ts';
import { checkMigrations, describeMigrations } from './migrations-lock.ts';
import { describeModuleGraph } from './module-graph.ts';
import { manifest, plant } from './plant.ts';
import { checkSizes, describeSizes } from './sizes.ts';
import { countResults, describeCount } from './test.ts';

describe('the size check', () => {
  it('catches a file of 301 lines and accepts one of 300', () => {
    const root = plant({
      'core/long.ts': 'x\n'.repeat(301),
      'core/fits.ts': 'x\n'.repeat(300),
      'core/generated/huge.ts': 'x\n'.repeat(999),
    });
    expect(checkSizes(root)).toEqual([{ file: 'core/long.ts', message: expect.stringMatching(/^301 lines.*Split/) }]);
  });

  it('writes down the median and the ninth decile', () => {
    const files = Object.fromEntries([10, 20, 30, 40, 50].map((lines) => [`core/${lines}.ts`, 'x\n'.repeat(lines)]));
    expect(describeSizes(plant(files))).toMatch(/files {2}5\nmedian 30 lines\np90 {4}50 lines/);
  });
});

describe('the lock file check', () => {
  const lock = (entries: object): string => plant({ 'package-lock.json': JSON.stringify({ packages: entries }) });

  it('catches a platform package without an entry', () => {
    const root = lock({ '': {}, 'node_modules/turbo': { optionalDependencies: { '@turbo/darwin-64': '2.0.0' } } });
    expect(checkLockFile(root)[0]?.message).toMatch(
      /node_modules\/turbo wants @turbo\/darwin-64@2.0.0.*Pin an older version/,
    );
  });

  it('accepts a complete one', () => {
    const turbo = { optionalDependencies: { '@turbo/darwin-64': '2.0.0' } };
    expect(checkLockFile(lock({ 'node_modules/turbo': turbo, 'node_modules/@turbo/darwin-64': {} }))).toEqual([]);
  });
});

describe('the migrations lock', () => {
  const migration = (name: string, sha256: string) => ({
    name,
    sha256,
    file: `core/x/sql/${name}`,
    runAs: 'aura_owner',
    text: '',
  });
  const locked = describeMigrations([migration('1.sql', 'aaa')]);

  it('accepts what it knows, and new ones', () => {
    expect(checkMigrations(locked, [migration('1.sql', 'aaa'), migration('2.sql', 'bbb')])).toEqual([]);
  });

  it.each([
    ['a changed one', [migration('1.sql', 'other')], /was changed/],
    ['a missing one', [], /is gone/],
  ])('catches %s', (_, migrations, message) => {
    expect(checkMigrations(locked, migrations)[0]?.message).toMatch(message);
  });
});

describe('generated files', () => {
  it('are stale until written, and again when edited by hand', async () => {
    const steps: Step[] = [{ file: 'docs/generated/answer.txt', make: () => '42\n' }];
    const context = { root: plant({}), databaseUrl: '' };
    expect(await findStale(steps, context)).toEqual([
      { file: 'docs/generated/answer.txt', message: expect.stringMatching(/npm run generate/) },
    ]);
    expect(await writeAll(steps, context)).toEqual(['docs/generated/answer.txt']);
    expect(await findStale(steps, context)).toEqual([]);
    writeFileSync(path.join(context.root, 'docs/generated/answer.txt'), '43\n');
    expect(await findStale(steps, context)).toHaveLength(1);
  });

  it('draw the arrows between packages', () => {
    const root = plant({
      'packages/kernel/package.json': manifest('kernel'),
      'packages/db/package.json': manifest('db', ['kernel']),
      'packages/db/index.ts': "import { AppError } from '@aura/kernel';\n",
    });
    expect(describeModuleGraph(root)).toContain('  db --> kernel\n');
  });
});

describe('the count of tests', () => {
  const results = (counts: object): string =>
    JSON.stringify({ numPassedTests: 3, numFailedTests: 0, testResults: [], ...counts });

  it('is one plain line', () => {
    expect(describeCount(countResults(results({}), true))).toBe('3 passed, 0 failed');
  });

  it('counts a file that does not even load, a run that breaks, and a run without results', () => {
    const unloadable = { testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countResults(results(unloadable), false)).toEqual({ passed: 3, failed: 1 });
    expect(countResults(results({}), false)).toEqual({ passed: 3, failed: 1 });
    expect(countResults(null, false)).toEqual({ passed: 0, failed: 1 });
  });
});
