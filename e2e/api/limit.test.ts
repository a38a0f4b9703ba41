import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundCompany, hire } from '../company.ts';
import { readE2eEnv } from '../env.ts';
import { type OwnServer, startServer } from '../server.ts';

const LIMIT = 100;

// The shared server runs with the limit raised: this one stands beside it, on the same database.
let server: OwnServer;
beforeAll(async () => {
  server = await startServer({
    dataDir: readE2eEnv().dataDir,
    env: { AURA_RATE_LIMIT_PER_MINUTE: String(LIMIT), AURA_WORKER: 'off' },
  });
}, 120_000);
afterAll(() => server.stop());

describe('the rate limit', () => {
  it('refuses the 101st request of a minute with Retry-After, to that person alone', async () => {
    const company = await foundCompany(server.rootHost, 'limit');
    const colleague = await hire(company, 'Calm Colleague', 'sales_rep');
    const first = await company.api('GET', '/me');
    expect(first.headers['ratelimit-policy']).toBe(`"default";q=${LIMIT};w=60`);
    const left = Number(/r=(\d+)/.exec(String(first.headers['ratelimit']))?.[1]);
    expect(left).toBeLessThan(LIMIT);
    for (let n = left; n > 0; n -= 1) expect((await company.api('GET', '/me')).status, `${n} left`).toBe(200);
    const refused = await company.api('GET', '/me');
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'rate_limited', status: 429, requestId: expect.any(String) },
    });
    expect(refused.headers['content-type']).toContain('application/problem+json');
    const retryAfter = Number(refused.headers['retry-after']);
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(60);
    expect((await colleague.api('GET', '/me')).status).toBe(200);
  });
});
