import { expect, test } from 'vitest';
import { passwordStrength } from './password-strength.ts';

test('counts down to the shortest length, in characters as people see them', () => {
  expect(passwordStrength('abc').text).toBe('9 more characters');
  expect(passwordStrength('eleven char').text).toBe('1 more character');
});

test('calls a repeated character easy to guess, however long', () => {
  expect(passwordStrength('a'.repeat(40)).level).toBe(1);
});

test('calls a sentence strong', () => {
  expect(passwordStrength('green ledgers never sleep')).toEqual({ level: 3, text: 'Strong' });
});
