const KEY_MAX = 63;

/** The key that a label suggests, free among those taken: "Renewal date" → renewalDate. Empty where the label has no letter. */
export function suggestKey(label: string, taken: readonly string[]): string {
  const words = label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '');
  const [first = '', ...others] = words.map((word) => word.toLowerCase());
  const joined = first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const key = joined.replace(/^[^a-z]+/, '').slice(0, KEY_MAX);
  if (key === '' || !taken.includes(key)) return key;
  for (let n = 2; ; n += 1) {
    const next = key.slice(0, KEY_MAX - String(n).length) + n;
    if (!taken.includes(next)) return next;
  }
}

/** Options as they are typed, one a line. */
export function optionsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The list with one of its ids a place further up or down. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  const others = ids.filter((one) => one !== id);
  return from < 0 ? [...ids] : others.toSpliced(Math.max(0, from + by), 0, id);
}
