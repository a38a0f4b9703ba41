const DIGITS_MIN = 5;

/** Words beyond these add nothing that a person would type. */
export const WORDS_MAX = 8;

/**
 * A query that is only digits and punctuation is a phone number: "+1 (555) 010-2030" is asked as one word. The zeros
 * of a trunk or international prefix go, because numbers are stored both with and without theirs.
 */
export function searchText(query: string): string {
  const digits = query.replaceAll(/\D/g, '');
  const isPhone = /^[\d\s()+./-]+$/.test(query) && digits.length >= DIGITS_MIN;
  return isPhone ? digits.replace(/^0+/, '') : query;
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
