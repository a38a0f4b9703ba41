import { describe, expect, it } from 'vitest';
import { hostOf, rootHost } from '../demo.ts';
import { readE2eEnv } from '../env.ts';
import { rest } from '../rest.ts';

const HTML = { accept: 'text/html' };

describe('health', () => {
  it.each(['/api/health/live', '/api/health/ready'])('%s answers 200, whatever name it is asked by', async (path) => {
    for (const host of [rootHost(), hostOf('acme'), `127.0.0.1:${readE2eEnv().port}`]) {
      expect((await rest(host, 'GET', path)).status, host).toBe(200);
    }
  });
});

describe('hosts', () => {
  it('of no workspace answer 404, to pages and to the API', async () => {
    const page = await rest(hostOf('nobody'), 'GET', '/login', { headers: HTML });
    expect(page.status).toBe(404);
    const api = await rest(hostOf('nobody'), 'GET', '/api/v1/me');
    expect(api.status).toBe(404);
    expect(api.body.code).toBe('unknown_tenant');
  });

  it.each([
    'example.com',
    'aura.localhost.example.com',
    'evil-aura.localhost',
    'a.b.aura.localhost',
    '-acme.aura.localhost',
  ])('that are not ours (%s) answer 404 and lead nowhere', async (name) => {
    const answer = await rest(`${name}:${readE2eEnv().port}`, 'GET', '/login', { headers: HTML });
    expect(answer.status).toBe(404);
    expect(answer.headers.location).toBeUndefined();
  });

  it('plain localhost leads to the root domain', async () => {
    const answer = await rest(`localhost:${readE2eEnv().port}`, 'GET', '/pricing?x=1', { headers: HTML });
    expect(answer.status).toBe(307);
    expect(answer.headers.location).toBe(`http://${rootHost()}/pricing?x=1`);
  });

  it.each(['/w/acme', '/w/acme/deals', '/w/globex/login', '/w', '/ops', '/ops/tenants'])(
    'never show an internal address (%s)',
    async (path) => {
      for (const host of [rootHost(), hostOf('acme'), hostOf('console')]) {
        expect((await rest(host, 'GET', path, { headers: HTML })).status, host).toBe(404);
      }
    },
  );

  it('are not taken from X-Forwarded-Host', async () => {
    const headers = { 'x-forwarded-host': hostOf('globex'), forwarded: `host=${hostOf('globex')}` };
    const page = await rest(hostOf('acme'), 'GET', '/login', { headers: { ...HTML, ...headers } });
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/Sign in to .*Acme/i);
    expect(page.text).not.toMatch(/globex/i);
    const nobody = await rest(hostOf('nobody'), 'GET', '/login', {
      headers: { ...HTML, 'x-forwarded-host': hostOf('acme') },
    });
    expect(nobody.status).toBe(404);
  });

  it('are not taken from the internal headers of the router either', async () => {
    const headers = {
      ...HTML,
      'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
      'x-middleware-rewrite': '/w/globex/login',
    };
    const page = await rest(hostOf('acme'), 'GET', '/login', { headers });
    expect(page.text).not.toMatch(/globex/i);
    expect((await rest(hostOf('acme'), 'GET', '/w/globex/login', { headers })).status).toBe(404);
  });

  it('keep signing up to the root host, and workspaces to theirs', async () => {
    expect((await rest(hostOf('acme'), 'GET', '/api/v1/signup/terms')).status).toBe(404);
    expect((await rest(rootHost(), 'GET', '/api/v1/deals')).status).toBeGreaterThanOrEqual(400);
  });
});
