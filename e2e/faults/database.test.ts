import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Embedded, startEmbedded } from '@aura/db/embedded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { type Company, foundCompany } from '../company.ts';
import { see } from '../look.ts';
import { rest } from '../rest.ts';
import { type OwnServer, scratchFolder, startServer } from '../server.ts';
import { signInBy } from '../sign-in.ts';
import { becomeQuiet } from '../traffic.ts';

const browser = useBrowser();
const folder = scratchFolder();
const cluster = path.join(folder.dir, 'postgres', 'cluster');
let server: OwnServer;
let company: Company;
let restarted: Embedded | undefined;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.dir, env: { AURA_RATE_LIMIT_PER_MINUTE: '1000000' } });
  company = await foundCompany(server.rootHost, 'faults');
}, 240_000);
afterAll(async () => {
  await server?.stop();
  await restarted?.stop();
  folder.remove();
}, 60_000);

/** Pulls the database away and answers the port on which it must come back. */
async function stopPostgres(): Promise<number> {
  const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  // Immediate: connections are cut in the middle, as by a fault.
  process.kill(Number(lines[0]), 'SIGQUIT');
  while (existsSync(path.join(cluster, 'postmaster.pid'))) await sleep(50);
  return Number(lines[3]);
}

describe('when the database is away', () => {
  it('the API says 503 with Retry-After, pages say it plainly, and both work again by themselves', async () => {
    const page = await browser.visitor();
    await signInBy(page, company.admin);
    await page.goto(`${company.admin.origin}/deals`);
    await see(page.getByRole('heading', { level: 1, name: 'Deals' }));
    await becomeQuiet(page);

    browser.guard.allow(/status of 503|status of 500/);
    const port = await stopPostgres();
    expect((await rest(server.rootHost, 'GET', '/api/health/live')).status).toBe(200);
    const ready = await rest(server.rootHost, 'GET', '/api/health/ready');
    expect(ready).toMatchObject({ status: 503, body: { database: 'down' } });
    expect(Number(ready.headers['retry-after'])).toBeGreaterThan(0);
    for (const [method, at] of [
      ['GET', '/deals'],
      ['GET', '/me'],
      ['POST', '/deals'],
    ] as const) {
      const answer = await company.api(method, at, method === 'POST' ? { body: { name: 'Meanwhile' } } : {});
      expect(answer, `${method} ${at}`).toMatchObject({
        status: 503,
        body: { status: 503, requestId: expect.any(String) },
      });
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(answer.text).not.toMatch(/ECONNREFUSED|postgres|127\.0\.0\.1/);
    }
    const wanted = await rest(company.host, 'POST', '/api/v1/auth/token', {
      body: { email: company.admin.email, password: company.admin.password },
    });
    expect(wanted.status).toBe(503);
    await page.reload();
    await see(page.getByText(/(unavailable|can't reach|cannot reach|try again)/i));
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);

    restarted = await startEmbedded({ dir: path.join(folder.dir, 'postgres'), port });
    await expect
      .poll(async () => (await rest(server.rootHost, 'GET', '/api/health/ready')).status, { timeout: 30_000 })
      .toBe(200);
    expect((await company.api('GET', '/deals')).status).toBe(200);
    expect((await company.api('POST', '/deals', { body: { name: 'After the fault' } })).status).toBe(201);
    await page.goto(`${company.admin.origin}/deals`);
    await see(page.getByRole('link', { name: 'After the fault' }));
  }, 120_000);
});
