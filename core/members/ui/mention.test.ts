import { describe, expect, it } from 'vitest';
import { mentionBefore, mentionsIn, peopleFor, withMention } from './mention.ts';

describe('a name after an @', () => {
  it.each([
    ['ask @an', { from: 4, typed: 'an' }],
    ['@', { from: 0, typed: '' }],
    ['for @Ana Ru', { from: 4, typed: 'Ana Ru' }],
    ['@Zoë', { from: 0, typed: 'Zoë' }],
    ['jo@acme', null],
    ['no name here', null],
    ['@Ana Ruiz said', null],
  ])('is read before the caret: %j', (text, expected) => {
    expect(mentionBefore(text, text.length)).toEqual(expected);
  });

  it('is replaced by the whole name, and the caret goes behind it', () => {
    expect(withMention('ask @an now', { from: 4, to: 7, name: 'Ana Ruiz' })).toEqual({
      text: 'ask @Ana Ruiz now',
      caret: 14,
    });
  });
});

it('finds people by any of their names, accents aside', () => {
  const people = [{ name: 'Ana Ruiz' }, { name: 'Rául Prieto' }, { name: 'Bob' }];
  expect(peopleFor(people, 'r').map(({ name }) => name)).toEqual(['Ana Ruiz', 'Rául Prieto']);
  expect(peopleFor(people, 'rau')).toEqual([{ name: 'Rául Prieto' }]);
  expect(peopleFor(people, 'ana r')).toEqual([{ name: 'Ana Ruiz' }]);
});

it('counts only names that still stand in the text, once each', () => {
  const ana = { userId: 'a', name: 'Ana Ruiz' };
  const bob = { userId: 'b', name: 'Bob' };
  expect(mentionsIn('@Ana Ruiz, please call', [ana, bob, ana])).toEqual(['a']);
});
