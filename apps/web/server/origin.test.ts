import { describe, expect, test } from 'vitest';
import { refuseForeignOrigin } from './origin.ts';

const HOST = 'acme.aura.localhost:3000';

function post(headers: Record<string, string>, { isByCookie }: { isByCookie: boolean }): () => void {
  return () =>
    refuseForeignOrigin(new Request(`http://${HOST}/api/v1/deals`, { method: 'POST', headers }), HOST, { isByCookie });
}

describe('a change is taken from', () => {
  test('pages of this workspace', () => {
    expect(post({ origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }, { isByCookie: true })).not.toThrow();
  });

  test('clients that are no browsers, without a cookie', () => {
    expect(post({}, { isByCookie: false })).not.toThrow();
  });

  test.each([
    ['another workspace', { origin: 'http://globex.aura.localhost:3000', 'sec-fetch-site': 'same-site' }],
    ['a foreign site', { origin: 'https://evil.example' }],
    ['a name that only begins like ours', { origin: `http://${HOST}.evil.example` }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a page that says it is ours but is not', { origin: `http://${HOST}`, 'sec-fetch-site': 'cross-site' }],
  ])('never from %s, signed in or not', (_, headers) => {
    expect(post(headers, { isByCookie: true })).toThrow(/did not come from this workspace/);
    expect(post(headers, { isByCookie: false })).toThrow(/did not come from this workspace/);
  });

  test('never with a cookie and without an origin', () => {
    expect(post({}, { isByCookie: true })).toThrow(/did not come from this workspace/);
  });

  test('reading is free of it', () => {
    const read = new Request(`http://${HOST}/api/v1/deals`);
    expect(() => refuseForeignOrigin(read, HOST, { isByCookie: true })).not.toThrow();
  });
});
