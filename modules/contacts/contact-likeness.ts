/** Why two contacts may be one person. */
export const LIKENESSES = ['email', 'phone', 'name'] as const;
export type Likeness = (typeof LIKENESSES)[number];

const digitsOf = (phone: string): string => phone.replaceAll(/\D/g, '').replace(/^0+/, '');

/** The same number, with or without country code and trunk zero: the shorter one ends the longer one. */
export function isSamePhone(one: string, other: string): boolean {
  const [short = '', long = ''] = [digitsOf(one), digitsOf(other)].toSorted((a, b) => a.length - b.length);
  return short.length >= 7 && long.endsWith(short);
}

/** What the database keeps of a number, to find its like: crm.contacts.phone_key. Null below seven digits. */
export function phoneKey(phone: string): string | null {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length >= 7 ? digits.slice(-8) : null;
}

const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', æ: 'a', œ: 'o', ß: 's', þ: 't' };

function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[łøđæœßþ]/g, (letter) => LETTERS[letter] ?? letter);
  return plain.split(/[^\p{Letter}\p{Number}]+/u).filter(Boolean);
}

/**
 * The same name whatever the case, accents and order of words, with at most one letter wrong in one long word or a first
 * name cut to its initial: "José García" and "garcia jose", "Jon Smith" and "John Smith", "J. Smith" and "John Smith".
 */
export function isSimilarName(one: string, other: string): boolean {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  if (mine.length === 0 || mine.length !== theirs.length) return false;
  const left = [...theirs];
  const rest = mine.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const [word, match] = [rest[0], left[0]];
  if (word === undefined || match === undefined) return true;
  return rest.length === 1 && (isInitial(word, match, mine.length) || isOneOff(word, match, mine.length));
}

const isInitial = (one: string, other: string, words: number): boolean =>
  words > 1 && (one.length === 1 || other.length === 1) && one.charAt(0) === other.charAt(0);

/** One letter more, less, different, or two neighbours swapped. In a short word that would be another word. */
function isOneOff(one: string, other: string, words: number): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || long.length < (words > 1 ? 4 : 6)) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const [a, b] = [short.slice(start), long.slice(start)];
  const isSwapped = `${a.charAt(1)}${a.charAt(0)}${a.slice(2)}` === b;
  return short.length < long.length ? a === b.slice(1) : isSwapped || a.slice(1) === b.slice(1);
}
