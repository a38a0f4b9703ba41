const plurals: Readonly<Record<string, string>> = { activity: 'activities' };

const pluralOf = (entity: string): string => plurals[entity] ?? `${entity}s`;

/** "Contact", "Contacts". */
export function entityText(entity: string, count: number): string {
  const text = count === 1 ? entity : pluralOf(entity);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const listText = (entity: string): string => entityText(entity, 2);

// What has no page of its own is found in its list.
const listed: ReadonlySet<string> = new Set(['product']);

/** Every record's page is below the plural of its name. */
export function hitHref({ entity, id, title }: { entity: string; id: string; title: string }): string {
  return listed.has(entity) ? listHref(entity, title) : `/${pluralOf(entity)}/${id}`;
}

export function listHref(entity: string, q: string): string {
  const view = entity === 'deal' ? 'layout=table&status=all&' : '';
  return `/${pluralOf(entity)}?${view}q=${encodeURIComponent(q)}`;
}

const RECORD_PAGE = /^\/([a-z-]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const entities: Readonly<Record<string, string>> = {
  contacts: 'contact',
  deals: 'deal',
  organizations: 'organization',
};

/** The record whose page is at this path; null for any other page. */
export function recordAt(path: string): { entity: string; id: string } | null {
  const [, list = '', id = ''] = RECORD_PAGE.exec(path) ?? [];
  const entity = entities[list];
  return entity ? { entity, id } : null;
}

export type Part = { text: string; isHit: boolean; at: number };

/** A text cut where words of the query begin a word of it; case and accents aside. */
export function marked(text: string, query: string): Part[] {
  const words = wordsOf(query);
  const parts: Part[] = [];
  let rest = 0;
  for (const match of text.matchAll(WORD)) {
    const hit = words.filter((word) => fold(match[0]).startsWith(word)).toSorted((a, b) => b.length - a.length)[0];
    if (!hit) continue;
    const end = match.index + lengthOf(match[0], hit);
    if (match.index > rest) parts.push({ text: text.slice(rest, match.index), isHit: false, at: rest });
    parts.push({ text: text.slice(match.index, end), isHit: true, at: match.index });
    rest = end;
  }
  if (rest < text.length) parts.push({ text: text.slice(rest), isHit: false, at: rest });
  return parts;
}

/** Whether each word of the query begins a word of the text, in any order. */
export function startsWords(text: string, query: string): boolean {
  const words = [...text.matchAll(WORD)].map(([word]) => fold(word));
  const wanted = wordsOf(query);
  return wanted.length > 0 && wanted.every((begin) => words.some((word) => word.startsWith(begin)));
}

// Marks belong to their letter: a text may hold an accent as a character of its own.
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

const wordsOf = (query: string): string[] => [...query.matchAll(WORD)].map(([word]) => fold(word)).filter(Boolean);

// As search.fold does in the database, so that what was found is what is marked.
const letters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', æ: 'a', œ: 'o', ß: 's', þ: 't' };

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđæœßþ]/g, (letter) => letters[letter] ?? letter);
}

/** How many characters of the word the beginning takes: folding may make one of two, or two of one. */
function lengthOf(word: string, begin: string): number {
  for (let length = 1; length < word.length; length += 1) {
    if (/^\p{M}/u.test(word.slice(length))) continue;
    if (fold(word.slice(0, length)).length >= begin.length) return length;
  }
  return word.length;
}
