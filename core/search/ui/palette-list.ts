import type { PaletteAction } from '@aura/ui/palette-actions';
import type { ReactNode } from 'react';
import type { Hit } from '../search.schema.ts';
import { hitHref, listText, startsWords } from './search-text.ts';

/** A place, or something to add. `prefill` leads to the form with what was typed already in it. */
export type PaletteOffer = {
  href: string;
  label: string;
  keys?: string;
  icon?: ReactNode;
  /** One of many: shown once something is typed. */
  isFoundByName?: boolean;
  prefill?: (typed: string) => string;
};

/** What the frame around the pages offers: its places, and what the person may add. */
export type PaletteOffers = { places: readonly PaletteOffer[]; additions: readonly PaletteOffer[] };

/** What choosing an entry does: go, act, or ask which of an action's choices is meant. */
export type Deed =
  | { kind: 'go'; href: string }
  | { kind: 'run'; run: () => void }
  | { kind: 'ask'; action: PaletteAction };

export type Entry = {
  id: string;
  label: string;
  detail?: string | undefined;
  icon?: ReactNode;
  keys?: string | undefined;
  /** The kind of record, for its picture. */
  entity?: string;
  deed: Deed;
};
export type EntryGroup = { label: string; entries: Entry[] };

export type PaletteState = PaletteOffers & {
  typed: string;
  subject: { name: string; actions: readonly PaletteAction[] } | null;
  hits: readonly Hit[];
  recent: readonly Hit[];
  /** The answer to what is typed has not come. */
  isWaiting: boolean;
  isSearchOn: boolean;
};

/** The palette's groups, in order. Before typing: what can be done here, what was open lately, where one can go. */
export function paletteGroups(state: PaletteState): EntryGroup[] {
  const { typed, subject, hits, recent, places, additions, isWaiting, isSearchOn } = state;
  const actions = subject ? actionEntries(subject.actions) : [];
  if (typed === '') {
    return [
      { label: subject?.name ?? 'Actions', entries: actions },
      { label: 'Recent', entries: recent.map((hit) => hitEntry('recent', hit)) },
      { label: 'Go to', entries: places.filter(({ isFoundByName }) => !isFoundByName).map(goEntry) },
      { label: 'Create', entries: additions.map((offer) => createEntry(offer, '')) },
    ];
  }
  const fits = ({ label }: Entry): boolean => startsWords(label, typed);
  return [
    { label: subject?.name ?? 'Actions', entries: actions.filter(fits) },
    ...hitGroups(hits),
    { label: 'Go to', entries: goEntries(places, fits) },
    { label: 'Search', entries: isSearchOn && hits.length > 0 ? [everythingEntry(typed)] : [] },
    // Adding comes last and only when nothing else is to be expected, so that Enter never adds by mistake.
    { label: 'Create', entries: isWaiting ? [] : creations(additions, typed) },
  ];
}

const FOUND_BY_NAME_MAX = 6;

function goEntries(places: readonly PaletteOffer[], fits: (entry: Entry) => boolean): Entry[] {
  const fitting = (isFoundByName: boolean): Entry[] =>
    places
      .filter((place) => (place.isFoundByName ?? false) === isFoundByName)
      .map(goEntry)
      .filter(fits);
  return [...fitting(false), ...fitting(true).slice(0, FOUND_BY_NAME_MAX)];
}

/** The choices of an action that asks. */
export function choiceGroups(action: PaletteAction, typed: string): EntryGroup[] {
  if (!('choices' in action)) return [];
  const entries = action.choices.map(
    ({ id, label, detail, icon, run }): Entry => ({
      id: `choice-${id}`,
      label,
      detail,
      icon,
      deed: { kind: 'run', run },
    }),
  );
  return [{ label: action.ask, entries: entries.filter(({ label }) => typed === '' || startsWords(label, typed)) }];
}

function actionEntries(actions: readonly PaletteAction[]): Entry[] {
  return actions.map((action) => ({
    id: `action-${action.id}`,
    label: action.label,
    icon: action.icon,
    keys: action.keys,
    deed: deedOf(action),
  }));
}

function deedOf(action: PaletteAction): Deed {
  if ('choices' in action) return { kind: 'ask', action };
  return 'href' in action ? { kind: 'go', href: action.href } : { kind: 'run', run: action.run };
}

function hitGroups(hits: readonly Hit[]): EntryGroup[] {
  const entities = [...new Set(hits.map(({ entity }) => entity))];
  return entities.map((entity) => ({
    label: listText(entity),
    entries: hits.filter((hit) => hit.entity === entity).map((hit) => hitEntry('hit', hit)),
  }));
}

function hitEntry(group: 'hit' | 'recent', hit: Hit): Entry {
  return {
    id: `${group}-${hit.entity}-${hit.id}`,
    label: hit.title,
    detail: hit.subtitle ?? undefined,
    entity: hit.entity,
    deed: { kind: 'go', href: hitHref(hit) },
  };
}

const goEntry = ({ href, label, keys, icon }: PaletteOffer): Entry => ({
  id: `go-${href}`,
  label,
  keys,
  icon,
  deed: { kind: 'go', href },
});

const everythingEntry = (typed: string): Entry => ({
  id: 'everything',
  label: `All results for ‘${typed}’`,
  entity: 'search',
  deed: { kind: 'go', href: `/search?q=${encodeURIComponent(typed)}` },
});

/** Those that begin with the words typed ("new deal"), else those that what was typed can be the name of. */
function creations(additions: readonly PaletteOffer[], typed: string): Entry[] {
  const named = additions.map((offer) => createEntry(offer, '')).filter(({ label }) => startsWords(label, typed));
  if (named.length > 0) return named;
  return additions.filter(({ prefill }) => prefill).map((offer) => createEntry(offer, typed));
}

function createEntry({ href, label, keys, icon, prefill }: PaletteOffer, typed: string): Entry {
  const isFilled = typed !== '' && prefill !== undefined;
  return {
    id: `create-${href}`,
    label: isFilled ? `Create ${label.toLowerCase()} ‘${typed}’` : `New ${label.toLowerCase()}`,
    keys: isFilled ? undefined : keys,
    icon,
    deed: { kind: 'go', href: isFilled ? prefill(typed) : href },
  };
}
