import { describe, expect, it } from 'vitest';
import { hostOf, person, rootHost } from '../demo.ts';
import { type Answer, rest, signIn } from '../rest.ts';

const HTML = { accept: 'text/html' };
const nonceOf = ({ headers }: Answer): string =>
  /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';

function expectSecurityHeaders({ headers }: Answer): void {
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['permissions-policy']).toContain('camera=()');
  expect(headers['x-powered-by']).toBeUndefined();
  const policy = String(headers['content-security-policy']);
  for (const part of [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ]) {
    expect(policy).toContain(part);
  }
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
  expect(scripts).toMatch(/'nonce-[A-Za-z0-9+/=]{40,}'/);
  expect(scripts).not.toMatch(/unsafe/);
}

const PAGES: [string, () => string, string][] = [
  ['the site', rootHost, '/'],
  ['signing up', rootHost, '/signup'],
  ['a page that is not there', rootHost, '/nothing-here'],
  ['signing in', () => hostOf('acme'), '/login'],
  ['a workspace page for a stranger', () => hostOf('acme'), '/settings'],
  ['an unknown workspace', () => hostOf('nobody'), '/login'],
  ['the API description', rootHost, '/api/v1/docs'],
];

describe('every answer', () => {
  it.each(PAGES)('carries the security headers: %s', async (_, host, path) => {
    const answer = await rest(host(), 'GET', path, { headers: HTML });
    expectSecurityHeaders(answer);
    expect(answer.status).toBeLessThan(500);
  });

  it.each(PAGES.filter(([name]) => name !== 'an unknown workspace' && !name.includes('stranger')))(
    'has a nonce of its own on each script: %s',
    async (_, host, path) => {
      const [one, two] = [
        await rest(host(), 'GET', path, { headers: HTML }),
        await rest(host(), 'GET', path, { headers: HTML }),
      ];
      expect(nonceOf(one)).not.toBe(nonceOf(two));
      const scripts = one.text.match(/<script[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      // Data blocks run nothing.
      for (const script of scripts.filter((tag) => !/type="application\/(ld\+)?json"/.test(tag)))
        expect(script).toContain(`nonce="${nonceOf(one)}"`);
      expect(one.text).not.toMatch(/<[a-z][^>]* on[a-z]+="/i);
    },
  );

  it('a client cannot choose the nonce', async () => {
    const answer = await rest(rootHost(), 'GET', '/', {
      headers: { ...HTML, 'x-nonce': 'mine', 'content-security-policy': "script-src 'nonce-mine'" },
    });
    expect(answer.text).not.toContain('nonce="mine"');
    expect(nonceOf(answer)).not.toBe('mine');
  });

  it('of the API is for its reader alone', async () => {
    const { api } = await signIn(person('acme', 'rep'));
    for (const path of ['/me', '/deals', '/deals/00000000-0000-7000-8000-000000000000']) {
      const answer = await api('GET', path);
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expect(answer.headers['x-request-id']).toBeTruthy();
      expectSecurityHeaders(answer);
    }
  });

  it('of a signed-in page is kept by no cache', async () => {
    const answer = await rest(hostOf('acme'), 'GET', '/settings', { headers: HTML });
    expect(answer.headers['cache-control']).toMatch(/no-store|private/);
  });
});
