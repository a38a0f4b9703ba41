import { describe, expect, it } from 'vitest';
import { closingEvent, isRotting, missingFields, todayIn, toThousandths, weightedMinor } from './deal.ts';

describe('a stage gate', () => {
  it('names each field that is missing', () => {
    const values = { amount: '0', lostReason: '', contactIds: [], customFields: { tier: null, area: 'North' } };
    const required = ['amount', 'lostReason', 'contactIds', 'closeDate', 'customFields.tier', 'customFields.area'];
    expect(missingFields(required, values).map((issue) => issue.path)).toEqual([
      'lostReason',
      'contactIds',
      'closeDate',
      'customFields.tier',
    ]);
  });
});

describe('closing', () => {
  it('is told once, and reopening too', () => {
    expect(closingEvent('open', 'won')).toBe('deal.won');
    expect(closingEvent('won', 'lost')).toBe('deal.lost');
    expect(closingEvent('lost', 'open')).toBe('deal.reopened');
    expect(closingEvent('open', 'open')).toBeNull();
  });
});

describe('rotting', () => {
  const stageEnteredAt = new Date('2026-01-01T00:00:00Z');
  const on = (day: string, deal = {}) =>
    isRotting({ status: 'open', stageEnteredAt, expectedDays: 10, ...deal }, new Date(`${day}T00:00:00Z`));
  it('begins after the expected days, for open deals in stages that expect any', () => {
    expect([on('2026-01-11'), on('2026-01-12')]).toEqual([false, true]);
    expect([on('2027-01-01', { status: 'won' }), on('2027-01-01', { expectedDays: null })]).toEqual([false, false]);
  });
});

describe('figures', () => {
  it('are exact', () => {
    expect(weightedMinor(101n, 50)).toBe(51n);
    expect(toThousandths('12.5')).toBe(12_500n);
    expect(toThousandths('0.0019')).toBe(1n);
    expect(todayIn('Pacific/Auckland', new Date('2026-03-03T12:00:00Z'))).toBe('2026-03-04');
  });
});
