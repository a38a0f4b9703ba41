import { describe, expect, it } from 'vitest';
import { explainError } from './explain-error.ts';

const failure = (data: unknown): Error => Object.assign(new Error('no'), { data });

describe('a fault of a page', () => {
  it('asks to reload when the server has a newer version', () => {
    expect(explainError(Object.assign(new Error('no'), { name: 'ChunkLoadError' }))).toMatchObject({
      isStale: true,
      title: 'A new version is available',
    });
  });

  it('says when the database is away', () => {
    expect(explainError(failure({ httpStatus: 503 })).title).toBe("Aura can't reach its database right now");
  });

  it('carries the reference of the page, else of the request, else none', () => {
    expect(explainError(Object.assign(failure({ requestId: 'r1' }), { digest: 'd1' })).reference).toBe('d1');
    expect(explainError(failure({ httpStatus: 500, requestId: 'r1' })).reference).toBe('r1');
    expect([new Error('no'), failure(null), failure({ requestId: 7 })].map((e) => explainError(e).reference)).toEqual([
      null,
      null,
      null,
    ]);
  });
});
