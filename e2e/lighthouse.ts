/**
 * Lighthouse's mobile scores of the pages that are open all day, as a manager of the demo: best of some runs each.
 * Usage: AURA_E2E_PORT=3000 AURA_E2E_DEMO=.data/demo.json node e2e/lighthouse.ts [runs, 3 unless said]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@aura/db/embedded';
import lighthouse, { type Result } from 'lighthouse';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, launchChromium } from './chromium.ts';
import { originOf, person } from './demo.ts';
import { readE2eEnv } from './env.ts';
import { stateOf } from './sign-in.ts';

const PAGES = ['/dashboard', '/deals', '/contacts'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

const runs = Number(process.argv[2] ?? 3);
const { chromium: executablePath } = readE2eEnv();
const port = await freePort();
const profile = mkdtempSync(path.join(tmpdir(), 'aura-lighthouse-'));
const entrance = await launchChromium(executablePath);
const { cookies } = await stateOf(entrance, person('acme', 'manager'));
await entrance.close();
// Lighthouse opens its own tab: the cookies must be those of the browser itself.
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
});
await context.addCookies(cookies);

const scoreOf = ({ categories }: Result, id: string): number => Math.round((categories[id]?.score ?? 0) * 100);
const figureOf = ({ audits }: Result, id: string): string => (audits[id]?.displayValue ?? '').replaceAll(' ', ' ');

async function look(page: string): Promise<Result> {
  const found = await lighthouse(`${originOf('acme')}${page}`, {
    port,
    onlyCategories: CATEGORIES,
    disableStorageReset: true,
    // The live stream never ends: a page that is drawn has nothing more to wait for.
    maxWaitForLoad: 20_000,
    logLevel: 'error',
  });
  if (!found || found.lhr.runtimeError) throw new Error(found?.lhr.runtimeError?.message ?? 'No result.');
  return found.lhr;
}

/** What keeps a category below 100, by name. */
function shortOf(result: Result): string[] {
  return CATEGORIES.slice(1).flatMap((id) =>
    (result.categories[id]?.auditRefs ?? [])
      .filter((ref) => ref.weight > 0 && (result.audits[ref.id]?.score ?? 1) < 1)
      .map((ref) => `${id}: ${ref.id}`),
  );
}

console.log('| page | performance | accessibility | best practices | first paint | largest paint | blocked | shift |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const page of PAGES) {
  let best: Result | undefined;
  for (let run = 0; run < runs; run++) {
    const result = await look(page);
    if (!best || scoreOf(result, 'performance') > scoreOf(best, 'performance')) best = result;
  }
  if (!best) continue;
  const result = best;
  const scores = CATEGORIES.map((id) => scoreOf(result, id));
  const paints = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  console.log(`| ${[page, ...scores, ...paints.map((id) => figureOf(result, id))].join(' | ')} |`);
  for (const what of shortOf(result)) console.warn(`${page} falls short in ${what}`);
}
await context.close();
rmSync(profile, { recursive: true, force: true });
process.exit();
