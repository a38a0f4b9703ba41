import { expect, test } from 'vitest';
import { activitiesHref, dealsHref } from './deals-href.ts';
import { changeInWords, sumsText } from './figure-text.ts';
import { beforeText, periodOfView, periodText } from './report-view.ts';

const sum = (currency: string, amount: string) => ({ currency, count: 1, amount, weighted: '0' });

test('sums stay apart by currency and lose their cents', () => {
  expect(sumsText([sum('USD', '54000.50'), sum('EUR', '1200.00')], 'amount')).toBe('$54,001 + €1,200');
  expect(sumsText([], 'amount')).toBe('—');
});

test('a change says its direction in a word too', () => {
  expect(changeInWords(112, 100, 'last month')).toBe('▲ 12% more than last month');
  expect(changeInWords(50, 100, 'last month')).toBe('▼ 50% less than last month');
  expect(changeInWords(5, 0, 'last month')).toBe('none last month');
  expect(changeInWords(0, 0, 'last month')).toBeNull();
});

test('a period has a name', () => {
  expect(periodText({ from: '2026-11-01', to: '2026-11-30' })).toBe('November 2026');
  expect(beforeText({ from: '2026-01-01', to: '2026-03-31' })).toBe('Q4 2025');
  expect(beforeText({ from: '2026-01-01', to: '2026-12-31' })).toBe('2025');
  expect(beforeText({ from: '2026-03-02', to: '2026-03-08' })).toBe('23 Feb 2026 – 1 Mar 2026');
});

test('days that make no period are this month', () => {
  const custom = (from: string | null, to: string | null) =>
    periodOfView({ period: 'custom', from, to }, '2026-11-22').from;
  expect([custom('2026-03-02', '2026-03-08'), custom('2026-03-02', '2026-03-01'), custom('x', null)]).toEqual([
    '2026-03-02',
    '2026-11-01',
    '2026-11-01',
  ]);
});

test('the link lists what the figure counts', () => {
  expect(dealsHref({ status: 'won', closeFrom: '2026-11-01' })).toBe(
    '/deals?layout=table&status=won&closeFrom=2026-11-01',
  );
  expect(dealsHref({ enteredStageId: 's' })).toBe('/deals?layout=table&status=all&enteredStageId=s');
  expect(activitiesHref({ type: 'call', fromDay: '2026-11-01' })).toBe(
    '/activities?whose=team&type=call&fromDay=2026-11-01',
  );
});
