import { describe, expect, it } from 'vitest';
import { searchText, tellingWords, WORDS_MAX } from './search-query.ts';

describe('searchText', () => {
  it.each([
    ['+1 (555) 010-2030', '5550102030'],
    ['0044 20 7946', '207946'],
    ['+44 (0)20 7946', '207946'],
    ['+44 207', '44207'],
    ['+353 1 496 0123', '14960123'],
    ['020 7946', '207946'],
    ['555.0102', '5550102'],
  ])('collapses the phone number %s', (query, text) => expect(searchText(query)).toBe(text));

  it.each(['12 34', 'jo 555 0102', '10', 'acme'])('leaves %s as it is', (query) =>
    expect(searchText(query)).toBe(query),
  );
});

describe('tellingWords', () => {
  const words = (...list: string[]) => tellingWords(list.map((word) => ({ word }))).map(({ word }) => word);

  it('drops beginnings of other words and the last digits of a number that is there whole', () => {
    expect(words('jo', 'john', '15550102030', '0102030')).toEqual(['15550102030', 'john']);
  });

  it('drops the parts of an address', () => {
    expect(words('@jo.lee@acme.com', 'jo', 'lee', 'acme', 'com', 'joanna')).toEqual(['@jo.lee@acme.com', 'joanna']);
  });

  it('keeps a word once and not more of them than a person types', () => {
    expect(words('a', 'b')).toEqual(['a', 'b']);
    expect(words(...Array.from({ length: 20 }, (_, n) => `w${n + 10}`))).toHaveLength(WORDS_MAX);
  });
});
