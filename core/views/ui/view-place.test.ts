import { describe, expect, it } from 'vitest';
import type { SavedView } from '../saved-view.schema.ts';
import {
  asksForNothing,
  asksForSaved,
  emptyQuery,
  queryUnder,
  readPlace,
  rememberedQuery,
  tabQuery,
  tabsOf,
  withMomentary,
} from './view-place.ts';

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
const at = (search: string) => readPlace(search, tabs, ['board', 'table']);
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
    expect(at('view=gone&q=x')).toMatchObject({ viewId: 'gone', tab: null, address: { q: 'x' }, isEdited: false });
  });
});

describe('an address', () => {
  it('that names a view alone asks for it as saved, until its filters were taken away', () => {
    expect(asksForSaved('view=hot', at('view=hot'))).toBe(true);
    expect(asksForSaved('view=plain', at('view=plain'))).toBe(false);
    expect(asksForSaved('view=hot&q=x', at('view=hot&q=x'))).toBe(false);
    const emptied = emptyQuery('hot');
    expect(asksForSaved(emptied, at(emptied))).toBe(false);
    expect(at(emptied)).toMatchObject({ tab: { id: 'hot' }, isEdited: true });
  });

  it('that asks for nothing may open as the list was left', () => {
    expect(asksForNothing('', at(''))).toBe(true);
    expect(asksForNothing('new=true', at('new=true'))).toBe(true);
    expect(asksForNothing('q=x', at('q=x'))).toBe(false);
    expect(asksForNothing('cursor=x', at('cursor=x'))).toBe(false);
    expect(asksForNothing('view=table', at('view=table'))).toBe(false);
    expect(withMomentary('view=hot', 'new=true&name=Jo&page=2')).toBe('view=hot&new=true&name=Jo');
  });

  it('leads to a tab, keeping how the rows are drawn among those that every list has', () => {
    expect(tabQuery(tab('hot'))).toBe('view=hot&q=acme&sort=-name');
    expect(tabQuery(tab('mine'), at('q=x&layout=table'))).toBe('ownerId=me&layout=table');
    expect(tabQuery(tab('all'), at('view=team&ownerId=me&layout=table'))).toBe('');
    expect(queryUnder('new-id', at('view=hot&q=other&page=3').address)).toBe('view=new-id&q=other');
  });

  it('is remembered with its edits, without the page it was on', () => {
    const search = 'view=hot&q=other&cursor=abc&page=3&peek=x';
    expect(rememberedQuery(search, at(search))).toBe('view=hot&q=other');
    expect(rememberedQuery(emptyQuery('hot'), at(emptyQuery('hot')))).toBe('view=hot&edited=true');
  });
});
