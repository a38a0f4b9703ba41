const plurals: Readonly<Record<string, string>> = { activity: 'activities' };

const pluralOf = (entity: string): string => plurals[entity] ?? `${entity}s`;

/** "Contact", "Contacts". */
export function entityText(entity: string, count: number): string {
  const text = count === 1 ? entity : pluralOf(entity);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Every record's page is below the plural of its name. */
export const hitHref = ({ entity, id }: { entity: string; id: string }): string => `/${pluralOf(entity)}/${id}`;

export function listHref(entity: string, q: string): string {
  const view = entity === 'deal' ? 'view=table&' : '';
  return `/${pluralOf(entity)}?${view}q=${encodeURIComponent(q)}`;
}

export type Part = { text: string; isHit: boolean; at: number };

/** A text cut where words of the query begin a word of it; case and accents aside. */
export function marked(text: string, query: string): Part[] {
  const words = query.split(/\s+/).filter(Boolean).map(fold);
  const parts: Part[] = [];
  let rest = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const hit = words.filter((word) => fold(match[0]).startsWith(word)).toSorted((a, b) => b.length - a.length)[0];
    if (!hit) continue;
    const end = match.index + Math.min(hit.length, match[0].length);
    if (match.index > rest) parts.push({ text: text.slice(rest, match.index), isHit: false, at: rest });
    parts.push({ text: text.slice(match.index, end), isHit: true, at: match.index });
    rest = end;
  }
  if (rest < text.length) parts.push({ text: text.slice(rest), isHit: false, at: rest });
  return parts;
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
