import { describe, expect, test } from 'vitest';
import { entityText, hitHref, listHref, marked, recordAt, startsWords } from './search-text.ts';

const hits = (text: string, query: string): string[] =>
  marked(text, query)
    .filter(({ isHit }) => isHit)
    .map((part) => part.text);

describe('marks', () => {
  test.each([
    ['Zoë Müller at Mule & Co', 'mul', ['Mül', 'Mul']],
    ['Acme', 'cme', []],
    ['Jo Lee', 'LEE jo', ['Jo', 'Lee']],
    ['Łódź Ørsted', 'lodz ors', ['Łódź', 'Ørs']],
    ['Zoe\u0308 Smith', 'zoë', ['Zoe\u0308']],
    ['Zoe\u0308 Smith', 'zo', ['Zo']],
    ['jo.lee@acme.com', 'jo.lee@acme', ['jo', 'lee', 'acme']],
    ['ﬁnance', 'fin', ['ﬁn']],
  ])('in %j for %j are %j', (text, query, found) => expect(hits(text, query)).toEqual(found));

  test('cut the text without losing any of it', () => {
    for (const text of ['Jo Lee', 'Zoe\u0308 Smith', ''])
      expect(
        marked(text, 'zo lee')
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
  });
});

test('a text is found by the beginnings of its words, in any order', () => {
  expect(startsWords('New organization', 'org new')).toBe(true);
  expect(startsWords('New organization', 'zation')).toBe(false);
  expect(startsWords('New organization', '...')).toBe(false);
});

test('records and lists are found by the plural of their name', () => {
  expect(hitHref({ entity: 'contact', id: '7', title: 'Jo' })).toBe('/contacts/7');
  expect(hitHref({ entity: 'product', id: '7', title: 'Care & more' })).toBe('/products?q=Care%20%26%20more');
  expect(listHref('deal', 'a b')).toBe('/deals?layout=table&status=all&q=a%20b');
  expect(entityText('activity', 2)).toBe('Activities');
});

test('a record is told by the path of its page', () => {
  const id = '01234567-89ab-7def-8123-456789abcdef';
  expect(recordAt(`/deals/${id}`)).toEqual({ entity: 'deal', id });
  for (const path of ['/deals', '/deals/new', `/import/${id}`, `/deals/${id}/edit`]) expect(recordAt(path)).toBeNull();
});
