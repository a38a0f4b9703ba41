import { expect, test } from 'vitest';
import { entityText, hitHref, listHref, marked } from './search-text.ts';

const hits = (text: string, query: string): string[] =>
  marked(text, query)
    .filter(({ isHit }) => isHit)
    .map((part) => part.text);

test('the beginnings of words are marked, case and accents aside', () => {
  expect(hits('Zoë Müller at Mule & Co', 'mul')).toEqual(['Mül', 'Mul']);
  expect(hits('Acme', 'cme')).toEqual([]);
});

test('the parts are the whole text', () => {
  expect(
    marked('Jo Lee', 'lee jo')
      .map(({ text }) => text)
      .join(''),
  ).toBe('Jo Lee');
  expect(marked('', 'a')).toEqual([]);
});

test('records and lists are found by the plural of their name', () => {
  expect(hitHref({ entity: 'contact', id: '7' })).toBe('/contacts/7');
  expect(listHref('deal', 'a b')).toBe('/deals?view=table&q=a%20b');
  expect(entityText('activity', 2)).toBe('Activities');
});
