import { createCache } from '@aura/cache';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestContext } from './context.ts';
import { replayPublic } from './public-replay.service.ts';

const cache = createCache({ redisUrl: null });
afterAll(() => cache.close());

type Call = { key?: string | null; ip?: string; host?: string; path?: string; cookie?: string; input?: unknown };
let served = 0;
let serve: () => unknown = () => undefined;
beforeEach(() => {
  served = 0;
  serve = () => ({ token: `secret ${served}`, at: new Date(0) });
});

async function post({ key = 'k1', ip = '10.0.0.1', host = 'acme.test', path = 'auth.token', ...rest }: Call = {}) {
  const { cookie, input = { email: 'jo@acme.test', password: 'the tide is out' } } = rest;
  const ctx = {
    platform: { cache, secret: 'of the installation', rateLimitPerMinute: 1_000 },
    request: { transport: 'rest', host, ip, idempotencyKey: key },
    responseHeaders: new Headers(),
  } as unknown as RequestContext;
  const request = new Request('http://test/', { headers: cookie ? { cookie } : {} });
  const output = await replayPublic({ ctx, path, request, input }, async () => {
    served += 1;
    ctx.responseHeaders.append('set-cookie', `session=${served}`);
    return serve();
  });
  return { output, cookies: ctx.responseHeaders.getSetCookie() };
}

describe('an Idempotency-Key of someone who is not signed in', () => {
  it('gives the first answer again, its cookie too', async () => {
    const first = await post({ key: 'same' });
    expect(first).toEqual({ output: { token: 'secret 1', at: new Date(0) }, cookies: ['session=1'] });
    expect(await post({ key: 'same' })).toEqual(first);
    expect(served).toBe(1);
  });

  it.each<[string, Call]>([
    ['another address', { ip: '10.0.0.2' }],
    ['another host', { host: 'globex.test' }],
    ['another path', { path: 'signUp.create' }],
    ['another body', { input: { email: 'jo@acme.test', password: 'a guess' } }],
    ['another cookie', { cookie: 'session=9' }],
    ['another key', { key: 'k2' }],
    ['no key', { key: null }],
  ])('never gives it to %s', async (_, other) => {
    await post();
    const before = served;
    const { cookies } = await post(other);
    expect([served, cookies]).toEqual([before + 1, [`session=${before + 1}`]]);
  });

  it('does not remember a refusal', async () => {
    serve = () => {
      throw new Error('refused');
    };
    await expect(post({ key: 'refused' })).rejects.toThrow('refused');
    serve = () => 'let in';
    expect((await post({ key: 'refused' })).output).toBe('let in');
  });

  it('is refused while the first is running, and answered after it', async () => {
    const gate = Promise.withResolvers<string>();
    serve = () => gate.promise;
    const first = post({ key: 'slow' });
    await expect(post({ key: 'slow' })).rejects.toMatchObject({ code: 'conflict', reason: 'idempotency_running' });
    gate.resolve('done');
    expect((await first).output).toBe('done');
    expect((await post({ key: 'slow' })).output).toBe('done');
    expect(served).toBe(1);
  });

  it('leaves nothing readable in the cache', async () => {
    const kept: string[] = [];
    const watched = { ...cache.platform, set: async (name: string, value: unknown) => kept.push(name, String(value)) };
    const ctx = {
      platform: { cache: { platform: watched }, secret: 's' },
      request: { transport: 'rest', host: 'acme.test', ip: '10.0.0.1', idempotencyKey: 'my own key' },
      responseHeaders: new Headers(),
    } as unknown as RequestContext;
    const request = new Request('http://test/');
    const input = { password: 'the tide is out' };
    await replayPublic({ ctx, path: 'auth.token', request, input }, async () => ({ accessToken: 'eyJ' }));
    expect(kept).toHaveLength(2);
    for (const text of kept) expect(text).not.toMatch(/my own key|tide|eyJ|accessToken/);
  });
});
