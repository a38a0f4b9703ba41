import { expect, test } from 'vitest';
import { dealsHref } from './deals-href.ts';
import { changeInWords, sumsText } from './figure-text.ts';
import { periodAround } from './report-period.ts';

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

test('a period is whole, also at the end of the year', () => {
  expect(periodAround('2026-11-22', 'month')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(periodAround('2026-11-22', 'quarter')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodAround('2028-02-01', 'year')).toEqual({ from: '2028-01-01', to: '2028-12-31' });
  expect(periodAround('2028-02-10', 'month')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('the link lists what the figure counts', () => {
  expect(dealsHref({ status: 'won', closeFrom: '2026-11-01' })).toBe(
    '/deals?view=table&status=won&closeFrom=2026-11-01',
  );
});
