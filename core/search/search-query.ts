const DIGITS_MIN = 5;

// One, two or three digits, and their beginning tells how many. The index knows the rest as a word of its own.
const COUNTRY_CODE =
  /^(?:00)?(?:1|7|2[07]|2[1-689]\d|3[0-469]|3[578]\d|4[013-9]|42\d|5[1-8]|5[09]\d|6[0-6]|6[7-9]\d|8[1246]|8[035789]\d|9[0-58]|9[679]\d)/;

/** Words beyond these add nothing that a person would type. */
export const WORDS_MAX = 8;

/**
 * A query that is only digits and punctuation is a phone number: "+1 (555) 010-2030" is asked as one word. A country
 * code and the zeros of a trunk prefix go, because numbers are stored both with and without theirs.
 */
export function searchText(query: string): string {
  const digits = query.replaceAll(/\D/g, '');
  const isPhone = /^[\d\s()+./-]+$/.test(query) && digits.length >= DIGITS_MIN;
  if (!isPhone) return query;
  const national = /^\s*(\+|00)/.test(query) ? digits.replace(COUNTRY_CODE, '').replace(/^0+/, '') : '';
  return national.length >= DIGITS_MIN ? national : digits.replace(/^0+/, '');
}

/**
 * Without the words that another one implies: "jo" beside "john", the parts of an address (marked with "@") that is
 * there whole, or the last digits of such a phone number. Longest first, because they match least.
 */
export function tellingWords<Word extends { word: string }>(words: Word[]): Word[] {
  const telling = words.filter(({ word }) => !words.some((other) => implies(other.word, word)));
  return telling.toSorted((a, b) => b.word.length - a.word.length).slice(0, WORDS_MAX);
}

function implies(longer: string, word: string): boolean {
  if (longer === word) return false;
  if (longer.startsWith('@') && !word.startsWith('@'))
    return longer.split(/[^\p{Letter}\p{Number}]+/u).some((part) => part.startsWith(word));
  return longer.startsWith(word) || (/^\d+$/.test(longer) && longer.endsWith(word));
}
