import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { canaryOf, plantCanaries } from '../canary.ts';
import { launchChromium } from '../chromium.ts';
import { hostOf, person } from '../demo.ts';
import { readE2eEnv } from '../env.ts';
import { type Answer, type Api, rest, signIn } from '../rest.ts';
import { findRouteIds, ROUTES, type RouteIds } from '../routes.ts';
import { type Operation, operationsOf } from '../sample.ts';
import { stateOf } from '../sign-in.ts';

type Tenant = 'acme' | 'globex';
const TENANTS: readonly Tenant[] = ['acme', 'globex'];
const other = (tenant: Tenant): Tenant => (tenant === 'acme' ? 'globex' : 'acme');
// A page itself, what the router asks for when it moves there, and what it asks for ahead.
const FLAVOURS: readonly Record<string, string>[] = [
  { accept: 'text/html' },
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
];

const cookies = new Map<Tenant, string>();
const voices = new Map<Tenant, Api>();
const ids = new Map<Tenant, RouteIds>();
let operations: Operation[];

beforeAll(async () => {
  await plantCanaries();
  operations = operationsOf(
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../docs/generated/openapi.json'), 'utf8')),
  );
  const browser = await launchChromium(readE2eEnv().chromium);
  try {
    for (const tenant of TENANTS) {
      const { cookies: stored } = await stateOf(browser, person(tenant, 'manager'));
      cookies.set(tenant, stored.map(({ name, value }) => `${name}=${value}`).join('; '));
      const { api } = await signIn(person(tenant, 'manager'));
      voices.set(tenant, api);
      ids.set(tenant, await findRouteIds(api));
    }
  } finally {
    await browser.close();
  }
});

function expectNothingOf(tenant: Tenant, answer: Answer, what: string): void {
  expect(answer.text, what).not.toContain(canaryOf(tenant));
}

const get = (tenant: Tenant, at: string, headers: Record<string, string>): Promise<Answer> =>
  rest(hostOf(tenant), 'GET', at, { headers: { ...headers, cookie: cookies.get(tenant) ?? '' } });

describe('two tenants side by side', () => {
  it('never see the other in a page, however it is asked for', async () => {
    const addressed = ROUTES.filter(({ host }) => host === 'workspace').map(({ addresses }) => addresses);
    for (const flavour of FLAVOURS) {
      // Both at once, so that anything shared between requests would show.
      await Promise.all(
        TENANTS.map(async (tenant) => {
          for (const addresses of addressed) {
            const at = addresses(ids.get(tenant) as RouteIds)[0];
            const answer = await get(tenant, at, flavour);
            expect(answer.text, `${tenant} ${at}`).not.toContain(canaryOf(other(tenant)));
            if (answer.status === 200) expect(answer.headers['cache-control'], at).toMatch(/no-store|private/);
          }
        }),
      );
    }
  });

  it('never see the other in an answer of the API; their own records they do see', async () => {
    const reads = operations.filter(
      ({ method, path: at }) => method === 'GET' && !at.includes('{') && !at.startsWith('/signup'),
    );
    expect(reads.length).toBeGreaterThan(20);
    for (const tenant of TENANTS) {
      const api = voices.get(tenant) as Api;
      const needed = (at: string): string =>
        at.startsWith('/search') ? `?q=${canaryOf(other(tenant))}${at.endsWith('/hits') ? '&entity=contact' : ''}` : '';
      for (const { path: at } of reads)
        expectNothingOf(other(tenant), await api('GET', `${at}${needed(at)}`), `${tenant} ${at}`);
      for (const noun of ['deals', 'contacts', 'organizations', 'products']) {
        expect((await api('GET', `/${noun}?q=${canaryOf(other(tenant))}`)).body.total, noun).toBe(0);
        expect((await api('GET', `/${noun}?q=${canaryOf(tenant)}`)).body.items, noun).toHaveLength(1);
      }
    }
  });

  it('answer 404 to every id of the other', async () => {
    const foreign = ids.get('globex') as RouteIds;
    const api = voices.get('acme') as Api;
    for (const { method, path: at, body } of operations.filter((operation) =>
      /^\/(deals|contacts|organizations|products)\/\{id\}/.test(operation.path),
    )) {
      const noun = at.split('/')[1]?.slice(0, -1) as keyof RouteIds;
      const target = at.replaceAll(/\{\w+\}/g, foreign[noun]);
      const answer = await api(method, target, method === 'GET' || method === 'DELETE' || !body ? {} : { body: {} });
      // 422 is a refusal of the empty body, before any record is looked for.
      expect([404, 422], `${method} ${at}: ${answer.status}`).toContain(answer.status);
      expectNothingOf('globex', answer, at);
    }
  });

  it('cannot use each other’s cookies', async () => {
    const answer = await rest(hostOf('globex'), 'GET', '/api/v1/deals', {
      headers: { cookie: cookies.get('acme') ?? '' },
    });
    expect([401, 403]).toContain(answer.status);
    const page = await rest(hostOf('globex'), 'GET', '/deals', {
      headers: { accept: 'text/html', cookie: cookies.get('acme') ?? '' },
    });
    expect(page.status).toBe(307);
    expect(page.headers.location).toContain('/login');
  });
});
