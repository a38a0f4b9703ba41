import { describe, expect, it } from 'vitest';
import { createOwnVersions } from './own-versions.ts';

describe('the versions that a page made itself', () => {
  it('are built upon by whoever still knows an earlier one of the run', () => {
    const own = createOwnVersions();
    own.made('deal', { from: 1, to: 2 });
    own.made('deal', { from: 2, to: 3 });
    expect([1, 2, 3].map((version) => own.newestOf({ id: 'deal', version }))).toEqual([3, 3, 3]);
    expect(own.newestOf({ id: 'another', version: 1 })).toBe(1);
  });

  it('end where a colleague’s change stands between: that one is a conflict', () => {
    const own = createOwnVersions();
    own.made('deal', { from: 1, to: 2 });
    own.made('deal', { from: 3, to: 4 });
    expect([1, 2, 3, 4, 5].map((version) => own.newestOf({ id: 'deal', version }))).toEqual([1, 2, 4, 4, 5]);
  });
});
