import { describe, expect, it } from 'vitest';
import { dateTimeAttribute, formatDate, formatRelative } from './format-date.ts';

describe('formatDate', () => {
  it('writes the day first, the month as a word', () => {
    expect(formatDate('2026-03-04')).toBe('4 Mar 2026');
    expect(formatDate('2026-03-04', 'weekday')).toBe('Wed 4 Mar 2026');
    expect(formatDate('2026-03-04', 'day-month')).toBe('4 Mar');
  });

  it('never moves a calendar day into another time zone', () => {
    expect(formatDate('2026-03-04', 'date', 'Pacific/Honolulu')).toBe('4 Mar 2026');
    expect(formatDate('2026-03-04', 'date-time', 'Pacific/Honolulu')).toBe('4 Mar 2026');
  });

  it('writes a moment in the zone of the viewer', () => {
    const moment = new Date('2026-03-04T23:30:00Z');
    expect(formatDate(moment, 'date-time', 'UTC')).toBe('4 Mar 2026, 23:30');
    expect(formatDate(moment, 'date-time', 'Europe/Berlin')).toBe('5 Mar 2026, 00:30');
    expect(formatDate('2026-03-04T23:30:00Z', 'time', 'Asia/Kolkata')).toBe('05:00');
    expect(formatDate('2026-03-04T23:30:07Z', 'clock', 'UTC')).toBe('23:30:07');
  });

  it('draws a dash for what is no date', () => {
    expect(formatDate('soon')).toBe('—');
  });
});

describe('formatRelative', () => {
  const now = new Date('2026-03-04T12:00:00Z');

  it.each([
    ['2026-03-04T11:59:40Z', 'just now'],
    ['2026-03-04T11:55:00Z', '5 minutes ago'],
    ['2026-03-04T15:00:00Z', 'in 3 hours'],
    ['2026-03-01T12:00:00Z', '3 days ago'],
    ['2025-12-24T12:00:00Z', '24 Dec 2025'],
  ])('says %s as %s', (value, words) => {
    expect(formatRelative(value, now)).toBe(words);
  });
});

it('gives machines an ISO text', () => {
  expect(dateTimeAttribute(new Date('2026-03-04T23:30:00Z'))).toBe('2026-03-04T23:30:00.000Z');
  expect(dateTimeAttribute('2026-03-04')).toBe('2026-03-04');
});
