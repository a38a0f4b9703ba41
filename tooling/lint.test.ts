import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plant } from './plant.ts';
import { repository } from './root.ts';

/** One defect per rule that the house style relies on. */
const defects = {
  'core/x/deal.ts': `
    export default function load(a: any, b: string, c: string, d: string) { return [a, b, c, d]; }
    // TODO later
    export const first = (list: string[]): string => list[0]!;
    // @ts-ignore
    export async function save(): Promise<void> {}
    save();
    export function decide(role: 'admin' | 'rep'): number {
      switch (role) { case 'admin': return 1; }
      return 0;
    }
    export enum Stage { Won }
    export function deep(a: boolean, list: number[]) {
      if (a) { for (const x of list) { if (x) { if (x > 1) { return x; } } } }
      return 0;
    }
    export function tall() {
${'      console.log(1);\n'.repeat(51)}    }
    export const wild = (n: number) => n === 1 ? 1 : n === 2 ? 2 : n === 3 ? 3 : n === 4 ? 4 : n === 5 ? 5 : n === 6 ? 6 : n === 7 ? 7 : n === 8 ? 8 : n === 9 ? 9 : n === 10 ? 10 : 0;
`,
  'core/x/deal.test.ts': `import { it, expect } from 'vitest';\nit.skip('later', () => { expect(1).toBe(1); });\n`,
  'core/x/BadName.ts': `export const x = 1;\n`,
};

function run(program: string, args: string[], cwd: string): Promise<string> {
  const bin = path.join(repository, 'node_modules/.bin', program);
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { cwd, maxBuffer: 10_000_000 }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

describe('the lint rules', () => {
  const planted = (): string => {
    const root = plant({ ...defects, '.gitignore': 'node_modules\n' });
    for (const file of ['biome.json', '.oxlintrc.json', 'tsconfig.json'])
      cpSync(path.join(repository, file), path.join(root, file));
    symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'));
    return root;
  };

  it('of biome catch each planted defect', async () => {
    const output = await run('biome', ['lint', '--max-diagnostics=none', '.'], planted());
    const rules = [
      'noDefaultExport',
      'noExplicitAny',
      'noNonNullAssertion',
      'noTsIgnore',
      'noEnum',
      'noSkippedTests',
      'useFilenamingConvention',
    ];
    expect(rules.filter((rule) => !output.includes(rule))).toEqual([]);
  });

  it('of oxlint catch each planted defect', async () => {
    const output = await run('oxlint', ['--type-aware', '.'], planted());
    const rules = [
      'max-params',
      'max-depth',
      'max-lines-per-function',
      'complexity',
      'no-warning-comments',
      'no-floating-promises',
      'switch-exhaustiveness-check',
      'no-disabled-tests',
    ];
    expect(rules.filter((rule) => !output.includes(rule))).toEqual([]);
  });
});
