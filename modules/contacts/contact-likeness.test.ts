import { describe, expect, it } from 'vitest';
import { isSamePhone, isSimilarName, phoneKey } from './contact-likeness.ts';

describe('the same phone number', () => {
  it.each([
    ['+44 20 7946 0958', '020 7946 0958'],
    ['0044 (20) 7946-0958', '+442079460958'],
    ['+31 6 12345678', '06-12345678'],
    ['+45 12 34 56 78', '12345678'],
    ['(415) 555-0100', '+1 415.555.0100'],
  ])('is %s and %s', (one, other) => {
    expect(isSamePhone(one, other)).toBe(true);
    expect(phoneKey(one)).toBe(phoneKey(other));
  });

  it.each([
    ['415 555 0100', '215 555 0100'],
    ['555 01', '555 01'],
    ['020 7946 0958', '020 7946 0959'],
  ])('is not %s and %s', (one, other) => expect(isSamePhone(one, other)).toBe(false));
});

describe('a similar name', () => {
  it.each([
    ['José García', 'garcia JOSE'],
    ['Jon Smith', 'John Smith'],
    ['J. Smith', 'John Smith'],
    ['Łukasz Ångström', 'Lukasz Angstrom'],
    ['Jo Smtih', 'Jo Smith'],
    ['Maria Kowalski', 'Mario Kowalski'],
  ])('is %s and %s', (one, other) => {
    expect(isSimilarName(one, other)).toBe(true);
    expect(isSimilarName(other, one)).toBe(true);
  });

  it.each([
    ['Jo Smith', 'Al Smith'],
    ['Jo Smith', 'Jo Adams'],
    ['Ann', 'Anna'],
    ['John Smith', 'John Peter Smith'],
    ['', ''],
  ])('is not %s and %s', (one, other) => expect(isSimilarName(one, other)).toBe(false));
});
