import { expect, test } from 'vitest';
import { apiSort, rangeText, tableSort, totalText } from './list-text.ts';

const noun = ['contact', 'contacts'] as const;

test('a total says its noun, and an estimate says so', () => {
  expect(totalText({ total: 1 }, noun)).toBe('1 contact');
  expect(totalText({ total: 1204 }, noun)).toBe('1,204 contacts');
  expect(totalText({ total: 10_000, totalIsEstimate: true }, noun)).toBe('more than 10,000 contacts');
});

test('a range counts from the page before, and never beyond the total', () => {
  expect(rangeText({ items: Array(25), total: 60 }, { page: 2, limit: 25 })).toBe('Rows 26–50 of 60');
  expect(rangeText({ items: Array(10), total: 60 }, { page: 3, limit: 25 })).toBe('Rows 51–60 of 60');
  expect(rangeText({ items: Array(10), total: 55 }, { page: 3, limit: 25 })).toBe('Rows 51–60 of 60');
  expect(rangeText({ items: [], total: 0 }, { page: 1, limit: 25 })).toBe('No rows');
});

test('a sort is the same in the table and in the API', () => {
  expect(tableSort('-createdAt')).toEqual({ column: 'createdAt', direction: 'descending' });
  expect(apiSort(tableSort('-createdAt'))).toBe('-createdAt');
  expect(apiSort(tableSort('name'))).toBe('name');
});
