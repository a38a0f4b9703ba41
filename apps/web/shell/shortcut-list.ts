import type { Addition, Place } from './frame-data.ts';

const letters: Readonly<Record<string, string>> = {
  '/dashboard': 'd',
  '/deals': 'p',
  '/contacts': 'c',
  '/organizations': 'o',
  '/activities': 'a',
  '/products': 'l',
  '/reports': 'r',
  '/notifications': 'n',
  '/settings': 's',
  '/team': 't',
  '/import': 'i',
};

/** Two keys, one after the other, that lead to an address. */
export type Sequence = { keys: readonly [string, string]; label: string; href: string };

/** "G D" for the dashboard; undefined for a place without a key. */
export function placeKeys(href: string): string | undefined {
  const letter = letters[href];
  return letter && `G ${letter.toUpperCase()}`;
}

/** The keys that go places and add things, of what this person may reach. */
export function sequencesOf(places: readonly Place[], additions: readonly Addition[]): Sequence[] {
  const goes = [...places, { href: '/settings', label: 'Settings' }].flatMap(({ href, label }) => {
    const letter = letters[href];
    return letter ? [{ keys: ['g', letter] as const, label: `Go to ${label}`, href }] : [];
  });
  const adds = additions.map(({ key, label, href }) => ({
    keys: ['n', key] as const,
    label: `New ${label.toLowerCase()}`,
    href,
  }));
  return [...goes, ...adds];
}

export type KeyLine = { keys: string; label: string };
export type KeySection = { title: string; lines: readonly KeyLine[] };

/** Every key that works, for the list of them. */
export function keySections(sequences: readonly Sequence[], paletteKeys: string): KeySection[] {
  const line = ({ keys, label }: Sequence): KeyLine => ({ keys: keys.join(' ').toUpperCase(), label });
  return [
    {
      title: 'Anywhere',
      lines: [
        { keys: paletteKeys, label: 'Search and commands' },
        { keys: '/', label: 'Search' },
        { keys: '?', label: 'This list' },
      ],
    },
    { title: 'Go to', lines: sequences.filter(({ keys }) => keys[0] === 'g').map(line) },
    { title: 'Add', lines: [...sequences.filter(({ keys }) => keys[0] === 'n').map(line), ...adding] },
    { title: 'In a list, on a row or card', lines: listKeys },
    { title: 'On the board, on a card', lines: boardKeys },
    { title: 'On a record’s page', lines: recordKeys },
    { title: 'On a deal’s page', lines: dealKeys },
  ].filter(({ lines }) => lines.length > 0);
}

const adding: readonly KeyLine[] = [{ keys: 'C', label: 'New deal, on the page of deals' }];

const listKeys: readonly KeyLine[] = [
  { keys: 'Enter', label: 'Open the record' },
  { keys: 'Space', label: 'Look at it in a panel' },
];

const change: readonly KeyLine[] = [
  { keys: 'V', label: 'Value' },
  { keys: 'O', label: 'Owner' },
  { keys: 'T', label: 'Next step' },
  { keys: 'W', label: 'Mark won' },
  { keys: 'X', label: 'Mark lost' },
];

const boardKeys: readonly KeyLine[] = [
  { keys: '↑ ↓', label: 'Another card of the stage' },
  { keys: '← →', label: 'Another stage' },
  { keys: 'M', label: 'Move to a stage' },
  { keys: ']', label: 'Move one stage forward' },
  { keys: '[', label: 'Move one stage back' },
  ...change,
];

const recordKeys: readonly KeyLine[] = [
  { keys: 'L', label: 'Log what happened' },
  { keys: 'O', label: 'Owner' },
  { keys: ']', label: 'Next record of the list' },
  { keys: '[', label: 'Previous record of the list' },
  { keys: 'Esc', label: 'Back to the list' },
];

const dealKeys: readonly KeyLine[] = [{ keys: 'S', label: 'Stage' }, ...change.filter(({ keys }) => keys !== 'O')];
