import { describe, expect, it } from 'vitest';
import type { SavedView } from '../saved-view.schema.ts';
import { emptyQuery, queryUnder, readPlace, stepTo, tabQuery, tabsOf, withMomentary } from './view-place.ts';

const view = (id: string, fields: Partial<SavedView>): SavedView => ({
  id,
  version: 1,
  createdAt: '2026-11-22T09:00:00Z',
  updatedAt: '2026-11-22T09:00:00Z',
  createdBy: null,
  updatedBy: null,
  entity: 'contact',
  ownerId: 'u1',
  name: id,
  visibility: 'private',
  address: {},
  archived: false,
  abilities: { update: true, share: true, archive: true, restore: false },
  ...fields,
});
const hot = view('hot', { address: { q: 'acme', sort: '-name' } });
const team = view('team', { visibility: 'shared', address: { ownerId: 'me', layout: 'table' } });
const plain = view('plain', {});
const tabs = tabsOf([hot, plain, team], true);
const at = (search: string, isKnown = true) => readPlace(search, { tabs, isKnown, words: ['board', 'table'] });
const tab = (id: string) => {
  const found = tabs.find((one) => one.id === id);
  if (!found) throw new Error(`No tab ${id}`);
  return found;
};

describe('the tabs of a list', () => {
  it('are all, mine, the shared views and then the private ones', () => {
    expect(tabs.map(({ id }) => id)).toEqual(['all', 'mine', 'team', 'hot', 'plain']);
    expect(tabsOf([], false).map(({ name }) => name)).toEqual(['All']);
  });

  it.each([
    ['', 'all', false],
    ['q=acme', 'all', true],
    ['ownerId=me', 'mine', false],
    ['ownerId=me&archived=true', 'mine', true],
    ['ownerId=u2', 'all', true],
    ['density=compact&cols=name', 'all', false],
    ['view=table', 'all', false],
    ['view=hot&sort=-name&q=acme', 'hot', false],
    ['view=hot&sort=-name&q=acme&cursor=abc&page=2&peek=x&new=true', 'hot', false],
    ['view=hot&q=acme', 'hot', true],
    ['view=hot&q=acme&sort=-name&density=compact', 'hot', true],
    ['view=plain', 'plain', false],
  ])('%s is on %s, edited: %s', (search, id, isEdited) => {
    expect(at(search)).toMatchObject({ tab: { id }, isEdited });
  });

  it('have none for a view that is not there', () => {
    expect(at('view=gone&q=x')).toMatchObject({ viewId: null, tab: { id: 'all' }, isGone: true, address: { q: 'x' } });
    expect(at('view=all')).toMatchObject({ viewId: null, isGone: true });
    expect(at('view=gone&q=x', false)).toMatchObject({ viewId: 'gone', tab: null, isGone: false, isEdited: false });
  });
});

describe('an address', () => {
  const arrived = (search: string, left = '') => stepTo(search, at(search), { before: null, left }).missing;
  const whileOn = (viewId: string, search: string) =>
    stepTo(search, at(search), { before: { search: 'before', viewId, hasMoved: false }, left: '' }).missing;

  it('that names a view alone asks for it as saved, until its filters were taken away', () => {
    expect(arrived('view=hot')).toBe('view=hot&q=acme&sort=-name');
    expect(arrived('view=hot', 'view=team&q=x')).toBe('view=hot&q=acme&sort=-name');
    expect(whileOn('team', 'view=hot')).toBe('view=hot&q=acme&sort=-name');
    expect(arrived('view=plain')).toBeNull();
    expect(arrived('view=hot&q=x')).toBeNull();
    expect(whileOn('hot', 'view=hot')).toBe(emptyQuery('hot'));
    expect(arrived(emptyQuery('hot'))).toBeNull();
    expect(at(emptyQuery('hot'))).toMatchObject({ tab: { id: 'hot' }, isEdited: true });
  });

  it('that asks for nothing opens as the list was left, with what is open above it', () => {
    expect(arrived('', 'view=hot&q=x')).toBe('view=hot&q=x');
    expect(arrived('new=true', 'q=x')).toBe('q=x');
    expect(whileOn('hot', '')).toBeNull();
    for (const search of ['q=y', 'cursor=x', 'view=table', 'view=gone']) expect(arrived(search, 'q=x')).toBeNull();
    expect(withMomentary('view=hot', 'new=true&name=Jo&page=2')).toBe('view=hot&new=true&name=Jo');
  });

  it('leads to a tab, keeping how the rows are drawn among those that every list has', () => {
    expect(tabQuery(tab('hot'))).toBe('view=hot&q=acme&sort=-name');
    expect(tabQuery(tab('mine'), at('q=x&layout=table'))).toBe('ownerId=me&layout=table');
    expect(tabQuery(tab('all'), at('view=team&ownerId=me&layout=table'))).toBe('');
    expect(queryUnder('new-id', at('view=hot&q=other&page=3').address)).toBe('view=new-id&q=other');
  });

  it('is remembered with its edits, without the page it was on; not where a link leads without a view', () => {
    const keptOf = (search: string, before: string | null) =>
      stepTo(search, at(search), {
        before: before === null ? null : { search: before, viewId: null, hasMoved: false },
        left: '',
      }).kept;
    expect(keptOf('view=hot&q=other&cursor=abc&page=3&peek=x', null)).toBe('view=hot&q=other');
    expect(keptOf(emptyQuery('hot'), null)).toBe('view=hot&edited=true');
    expect(keptOf('q=x', null)).toBeNull();
    expect(keptOf('q=xy', 'q=x')).toBe('q=xy');
    expect(keptOf('view=gone', null)).toBeNull();
  });
});
