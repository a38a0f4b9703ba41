import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed } from './compress.ts';

const asking = (encoding: string | null): Request =>
  new Request('http://acme.localhost/', encoding === null ? {} : { headers: { 'accept-encoding': encoding } });
const long = JSON.stringify({ rows: Array.from({ length: 200 }, (_, index) => ({ index, name: 'Acme' })) });
const json = (body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status: 201, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } });

describe('what the API answers', () => {
  it('is compressed for those that take it, with its status and headers', async () => {
    const answer = await compressed(asking('br, gzip'), json(long, { etag: '"3"' }));
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"3"']);
    expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual(['gzip', 'accept-encoding']);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes.byteLength).toBeLessThan(long.length / 4);
    expect(gunzipSync(bytes).toString()).toBe(long);
  });

  it('is plain for those that do not', async () => {
    for (const encoding of [null, 'identity', 'br']) {
      const answer = await compressed(asking(encoding), json(long));
      expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([null, long]);
    }
  });

  it.each([
    ['short', json('{}')],
    ['a file', json(long, { 'content-disposition': 'attachment' })],
    ['no JSON', new Response(long, { headers: { 'content-type': 'text/event-stream' } })],
    ['nothing', new Response(null, { status: 204 })],
  ])('is as it is when it is %s', async (_, response) => {
    const { status } = response;
    const answer = await compressed(asking('gzip'), response);
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([status, null]);
  });
});
