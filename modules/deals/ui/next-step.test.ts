import { expect, it } from 'vitest';
import { addDays, daysSince, nextMonday, nextStepState } from './next-step.ts';

it('tells overdue, today, scheduled and missing apart', () => {
  const on = (nextStepOn: string | null) => nextStepState({ nextStep: 'Call', nextStepOn }, '2026-03-04');
  expect([on('2026-03-03'), on('2026-03-04'), on('2026-03-05'), on(null)]).toEqual([
    'overdue',
    'today',
    'scheduled',
    'missing',
  ]);
});

it('counts days over months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect([nextMonday('2026-03-04'), nextMonday('2026-03-08'), nextMonday('2026-03-09')]).toEqual([
    '2026-03-09',
    '2026-03-09',
    '2026-03-16',
  ]);
  expect(daysSince('2026-03-01T12:00:00Z', Date.parse('2026-03-04T11:00:00Z'))).toBe(2);
});
