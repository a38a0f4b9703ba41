import { describe, expect, test } from 'vitest';
import { choiceGroups, type EntryGroup, type PaletteState, paletteGroups } from './palette-list.ts';

const nothing = (): void => undefined;
const state: PaletteState = {
  typed: '',
  subject: {
    name: 'Acme renewal',
    actions: [
      { id: 'won', label: 'Mark won…', keys: 'W', run: nothing },
      {
        id: 'assign',
        label: 'Assign to…',
        ask: 'Assign to whom?',
        choices: [{ id: 'u1', label: 'Ana Lima', run: nothing }],
      },
    ],
  },
  hits: [],
  recent: [{ id: 'r1', entity: 'contact', title: 'Jo Lee', subtitle: null }],
  places: [
    { href: '/dashboard', label: 'Dashboard', keys: 'G D' },
    { href: '/deals', label: 'Deals', keys: 'G P' },
  ],
  additions: [
    {
      href: '/contacts?new=true',
      label: 'Contact',
      keys: 'N C',
      prefill: (typed) => `/contacts?new=true&name=${typed}`,
    },
    { href: '/activities?new=true', label: 'Activity', keys: 'N A' },
  ],
  isWaiting: false,
  isSearchOn: true,
};
const hit = { id: 'h1', entity: 'deal', title: 'Deal with Acme', subtitle: null };

const shown = (groups: EntryGroup[]) =>
  groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ label, entries }) => [label, ...entries.map((entry) => entry.label)]);

describe('the palette', () => {
  test('begins with what can be done here, what was open, and where one can go', () => {
    expect(shown(paletteGroups(state))).toEqual([
      ['Acme renewal', 'Mark won…', 'Assign to…'],
      ['Recent', 'Jo Lee'],
      ['Go to', 'Dashboard', 'Deals'],
      ['Create', 'New contact', 'New activity'],
    ]);
  });

  test('narrows to what fits, with records first and a name for what is missing', () => {
    expect(shown(paletteGroups({ ...state, typed: 'dea', hits: [hit] }))).toEqual([
      ['Deals', 'Deal with Acme'],
      ['Go to', 'Deals'],
      ['Search', 'All results for ‘dea’'],
      ['Create', 'Create contact ‘dea’'],
    ]);
    expect(shown(paletteGroups({ ...state, typed: 'won' }))[0]).toEqual(['Acme renewal', 'Mark won…']);
    expect(shown(paletteGroups({ ...state, typed: 'new act' }))).toEqual([['Create', 'New activity']]);
  });

  test('offers what is found by its name once something is typed, after the other places, and not many', () => {
    const views = Array.from({ length: 9 }, (_, n) => ({
      href: `/deals?view=${n}`,
      label: `Deals view ${n}`,
      isFoundByName: true,
    }));
    const places = [...views, ...state.places];
    expect(shown(paletteGroups({ ...state, places }))[2]).toEqual(['Go to', 'Dashboard', 'Deals']);
    const [group] = shown(paletteGroups({ ...state, places, typed: 'deals' }));
    expect(group).toEqual(['Go to', 'Deals', ...views.slice(0, 6).map(({ label }) => label)]);
  });

  test('offers nothing to add while an answer may still come, so that Enter does not add by mistake', () => {
    expect(shown(paletteGroups({ ...state, typed: 'acm', isWaiting: true }))).toEqual([]);
  });

  test('gives what was typed to the form', () => {
    const [entry] = paletteGroups({ ...state, typed: 'acm' }).flatMap(({ entries }) => entries);
    expect(entry).toMatchObject({
      label: 'Create contact ‘acm’',
      deed: { kind: 'go', href: '/contacts?new=true&name=acm' },
    });
  });

  test('asks for an argument in its own list', () => {
    const assign = state.subject?.actions[1];
    if (!assign) throw new Error('no action');
    expect(shown(choiceGroups(assign, ''))).toEqual([['Assign to whom?', 'Ana Lima']]);
    expect(shown(choiceGroups(assign, 'lim'))).toEqual([['Assign to whom?', 'Ana Lima']]);
    expect(shown(choiceGroups(assign, 'zoe'))).toEqual([]);
  });

  test('names each entry once, however it is found', () => {
    const ids = paletteGroups({ ...state, typed: 'de', hits: [hit] }).flatMap(({ entries }) =>
      entries.map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
