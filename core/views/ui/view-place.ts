import type { SavedView } from '../saved-view.schema.ts';
import { PASSING, type ViewAddress } from '../saved-view.ts';

/** A way to look at the list: all of it, one's own rows, or a saved view. */
export type ViewTab = {
  id: string;
  name: string;
  address: ViewAddress;
  /** Null for what every list has. */
  view: SavedView | null;
};

export type ViewPlace = {
  /** The list's own part of the address. */
  address: ViewAddress;
  /** Which view the address names; null for none that is there. */
  viewId: string | null;
  /** Null where it is not known yet which view is named. */
  tab: ViewTab | null;
  /** A view is named that is not there, or not for this person: the list shows what else the address says. */
  isGone: boolean;
  /** The list is looked at in another way than the tab says. */
  isEdited: boolean;
};

const ALL = 'all';
const MINE = 'mine';
/** Says that a view's filters were all taken away: without it the address asks for the view as it was saved. */
const EDITED = 'edited';
/** What is open above the list, and what a form begins with. */
const MOMENTARY: readonly string[] = ['new', 'edit', 'name', 'peek'];
/** How the rows are drawn: no way of looking at all of them by itself, and kept when going to all. */
const DRAWING: readonly string[] = ['layout', 'cols', 'density'];
const NO_PART: readonly string[] = [...PASSING, ...MOMENTARY, EDITED];

/** All, mine, the shared views by name, and the private ones. */
export function tabsOf(views: readonly SavedView[], hasMine: boolean): ViewTab[] {
  const tabs = (wanted: SavedView['visibility']): ViewTab[] =>
    views
      .filter(({ visibility }) => visibility === wanted)
      .map((view) => ({ id: view.id, name: view.name, address: view.address, view }));
  return [
    { id: ALL, name: 'All', address: {}, view: null },
    ...(hasMine ? [{ id: MINE, name: 'Mine', address: { ownerId: 'me' }, view: null }] : []),
    ...tabs('shared'),
    ...tabs('private'),
  ];
}

export type Known = {
  tabs: readonly ViewTab[];
  /** Whether these are all. */
  isKnown: boolean;
  /** What `view` may say besides a view. */
  words?: readonly string[];
};

export function readPlace(search: string, { tabs, isKnown, words = [] }: Known): ViewPlace {
  const given = new URLSearchParams(search);
  const named = given.get('view');
  const wanted = named !== null && !words.includes(named) ? named : null;
  const address = listAddress(given);
  const isGone = wanted !== null && isKnown && !tabs.some(({ view }) => view?.id === wanted);
  const viewId = isGone ? null : wanted;
  const tab = tabs.find(({ id }) => id === (viewId ?? baseOf(address, tabs))) ?? null;
  return { address, viewId, tab, isGone, isEdited: tab !== null && isOtherThan(tab, address) };
}

function isOtherThan(tab: ViewTab, address: ViewAddress): boolean {
  return !isSame(tab.view ? address : without(address, DRAWING), tab.address);
}

/** What was shown before; null on arrival. */
export type Before = { search: string; viewId: string | null; hasMoved: boolean } | null;

export type Step = {
  shown: NonNullable<Before>;
  /** What the address leaves out and is to say. */
  missing: string | null;
  /** What to come back to. A link that filters the list without a view is not what it was left with. */
  kept: string | null;
};

/** What follows from the address that is shown now; `left` is what the list was left with. */
export function stepTo(search: string, place: ViewPlace, { before, left }: { before: Before; left: string }): Step {
  const missing = missingQuery(search, place, { before, left });
  const hasMoved = before !== null && (before.hasMoved || before.search !== search);
  // Not known yet, or about to be another.
  if (missing !== null || place.tab === null)
    return { missing, kept: null, shown: { search, hasMoved, viewId: before?.viewId ?? null } };
  const kept = place.viewId || hasMoved ? rememberedQuery(search, place) : null;
  return { missing, kept, shown: { search, hasMoved, viewId: place.viewId } };
}

/**
 * The query that the address leaves out, or null: what the list was left with, where a link has no wish of its own, and
 * the view as it was saved, where it says no more. One that empties under one's hands is an edit.
 */
function missingQuery(search: string, place: ViewPlace, { before, left }: { before: Before; left: string }) {
  if (before === null && left !== '' && asksForNothing(search, place)) return left;
  if (!place.tab || !asksForSaved(search, place)) return null;
  return before?.viewId === place.viewId ? emptyQuery(place.tab.id) : tabQuery(place.tab);
}

/** `?view=…` alone asks for the view as it was saved. */
function asksForSaved(search: string, { address, tab }: ViewPlace): boolean {
  if (!tab?.view || Object.keys(address).length > 0) return false;
  return Object.keys(tab.address).length > 0 && !new URLSearchParams(search).has(EDITED);
}

/** A link came without any wish of its own: the list may open as it was left. */
function asksForNothing(search: string, { address }: ViewPlace): boolean {
  const given = new URLSearchParams(search);
  return Object.keys(address).length === 0 && !given.has('view') && !given.has('cursor');
}

/** Where a tab leads. Going to all or mine from one another keeps how the rows are drawn. */
export function tabQuery({ id, view, address }: ViewTab, from?: ViewPlace): string {
  const drawing = !view && from && !from.viewId ? only(from.address, DRAWING) : {};
  return queryOf({ ...(view ? { view: id } : {}), ...address, ...drawing });
}

/** The address as it is, of another view, or of none. */
export function queryUnder(viewId: string | null, address: ViewAddress): string {
  return queryOf({ ...(viewId ? { view: viewId } : {}), ...address });
}

/** The edited view whose filters were all taken away. */
export function emptyQuery(viewId: string): string {
  return queryOf({ view: viewId, [EDITED]: 'true' });
}

/** The view with its edits, not the page of it or what was open. */
function rememberedQuery(search: string, { address, viewId }: ViewPlace): string {
  const isEmptied = new URLSearchParams(search).has(EDITED);
  return queryOf({ ...(viewId ? { view: viewId } : {}), ...address, ...(isEmptied ? { [EDITED]: 'true' } : {}) });
}

/** A query with what was open above the list still open. */
export function withMomentary(query: string, search: string): string {
  const next = new URLSearchParams(query);
  for (const [key, value] of new URLSearchParams(search)) if (MOMENTARY.includes(key)) next.set(key, value);
  return next.toString();
}

function listAddress(given: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...given].filter(([key, value]) => value !== '' && !NO_PART.includes(key)));
}

function baseOf({ ownerId }: ViewAddress, tabs: readonly ViewTab[]): string {
  return ownerId === 'me' && tabs.some(({ id }) => id === MINE) ? MINE : ALL;
}

function isSame(one: ViewAddress, other: ViewAddress): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

function only(address: ViewAddress, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(address).filter(([key]) => keys.includes(key)));
}

function without(address: ViewAddress, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(address).filter(([key]) => !keys.includes(key)));
}

function queryOf(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString();
}
