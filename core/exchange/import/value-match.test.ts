import { expect, test } from 'vitest';
import { plain, suggester } from './value-match.ts';

test('another spelling is suggested: spaces, case, accents and punctuation aside', () => {
  const suggest = suggester(['GTX Pro', 'GTX Basic', 'Société Générale', 'Won']);
  expect(['GTXPro', 'gtx-pro', 'Societe Generale', ' WON '].map(suggest)).toEqual([
    'GTX Pro',
    'GTX Pro',
    'Société Générale',
    'Won',
  ]);
});

test('what only resembles something is not taken for it, nor is one of two', () => {
  const suggest = suggester(['Acme 1', 'Acme-2', 'ACME 2', 'Prospect']);
  expect(['Acme 3', 'acme2', 'Prospecting', '', '—'].map(suggest)).toEqual([null, null, null, null, null]);
});

test('closed sets are compared without case and double spaces', () => {
  expect(plain('  Closed   Won ')).toBe('closed won');
});
