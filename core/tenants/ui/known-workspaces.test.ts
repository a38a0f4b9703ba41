import { beforeEach, describe, expect, it } from 'vitest';
import { forgetWorkspaces, parseKept, readKept, rememberWorkspace } from './known-workspaces.ts';

let kept: Map<string, string>;
let store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
beforeEach(() => {
  kept = new Map();
  store = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
});

const known = (): string[] => parseKept(readKept(store));

describe('the workspaces of this browser', () => {
  it('come the last one first, each once, five at most', () => {
    for (const slug of ['one', 'two', 'three', 'four', 'five', 'six', 'three']) rememberWorkspace(slug, store);
    expect(known()).toEqual(['three', 'six', 'five', 'four', 'two']);
  });

  it('are forgotten when asked', () => {
    rememberWorkspace('one', store);
    forgetWorkspaces(store);
    expect(known()).toEqual([]);
  });

  it.each(['{', '{"a":1}', '["evil.example/", 7, "ok"]'])('are never more than names: %s', (text) => {
    kept.set('aura-workspaces', text);
    expect(known().filter((slug) => slug !== 'ok')).toEqual([]);
  });

  it('are not kept where the browser keeps nothing, and nothing breaks', () => {
    store.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    rememberWorkspace('one', store);
    expect(known()).toEqual([]);
  });
});
