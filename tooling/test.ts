/** Runs the tests. Usage: node tooling/test.ts [part of a path ...]; parts that begin with e2e run in the browser. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTool } from './command.ts';
import { startApp } from './test-app.ts';

export type Count = { passed: number; failed: number };

export const addUp = (a: Count, b: Count): Count => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });
export const describeCount = ({ passed, failed }: Count): string => `${passed} passed, ${failed} failed`;

/** Everything, or what the filters name. Unit and database tests first, then the browser's against the built app. */
export async function runTests(filters: string[]): Promise<Count> {
  const browserFilters = filters.filter((filter) => filter.startsWith('e2e'));
  const unitFilters = filters.filter((filter) => !filter.startsWith('e2e'));
  const isAll = filters.length === 0;
  const none: Count = { passed: 0, failed: 0 };
  const unit = isAll || unitFilters.length > 0 ? await runVitest('unit', unitFilters) : none;
  const browser = isAll || browserFilters.length > 0 ? await runBrowserTests(browserFilters) : none;
  return addUp(unit, browser);
}

async function runBrowserTests(filters: string[]): Promise<Count> {
  const chromium = findChromium();
  if (!chromium) {
    console.log(
      '\nBrowser tests: NOT RUN, there is no Chromium here (apt-get install chromium, or set AURA_CHROMIUM).',
    );
    return { passed: 0, failed: process.env['CI'] === 'true' ? 1 : 0 };
  }
  try {
    const app = await startApp();
    try {
      return await runVitest('e2e', filters, { ...app.env, AURA_TEST_CHROMIUM: chromium });
    } finally {
      await app.stop();
    }
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

export function findChromium(): string | undefined {
  const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return [process.env['AURA_CHROMIUM'] ?? '', ...candidates].find((file) => file !== '' && existsSync(file));
}

async function runVitest(project: 'unit' | 'e2e', filters: string[], env: Record<string, string> = {}): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aura-test-'));
  const results = path.join(folder, 'results.json');
  const coverage = project === 'unit' && process.env['CI'] === 'true' ? ['--coverage'] : [];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  try {
    const isGood = await runTool('vitest', ['run', '--project', project, ...reporters, ...coverage, ...filters], env);
    return countResults(existsSync(results) ? readFileSync(results, 'utf8') : null, isGood);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Results = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** A file that fails before its first test, and a run that fails without saying where, count as one failure. */
export function countResults(json: string | null, isGood: boolean): Count {
  if (json === null) return { passed: 0, failed: 1 };
  const results: Results = JSON.parse(json);
  const broken = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = results.numFailedTests + broken.length;
  return { passed: results.numPassedTests, failed: failed === 0 && !isGood ? 1 : failed };
}

if (import.meta.main) {
  const count = await runTests(process.argv.slice(2));
  console.log(describeCount(count));
  process.exitCode = count.failed > 0 ? 1 : 0;
}
