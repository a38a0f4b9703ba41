import { describe, expect, it } from 'vitest';
import { createDateColumn, isDateFormat, readDate, readDateBy } from './cell-date.ts';
import { createNumberColumn, readBoolean, readNumber } from './cell-number.ts';

describe('dates', () => {
  it.each([
    ['2016-10-20', 'YYYY-MM-DD', '2016-10-20'],
    ['2016-10-20T08:00:00Z', 'YYYY-MM-DD', '2016-10-20'],
    ['20-10-16', 'DD-MM-YY', '2016-10-20'],
    ['1.2.2017', 'DD.MM.YYYY', '2017-02-01'],
    ['10/20/2016 3:15 PM', 'MM/DD/YYYY', '2016-10-20'],
    ['3 March 2017', 'D MMM YYYY', '2017-03-03'],
    ['Mar 3, 2017', 'MMM D, YYYY', '2017-03-03'],
    ['20161020', 'YYYYMMDD', '2016-10-20'],
    ['31.12.69', 'DD.MM.YY', '2069-12-31'],
    ['31.12.70', 'DD.MM.YY', '1970-12-31'],
  ])('%s by %s', (text, format, iso) => expect(readDate(text, format)).toBe(iso));

  it.each([
    ['2017-02-29', 'YYYY-MM-DD'],
    ['13/13/2017', 'DD/MM/YYYY'],
    ['soon', 'YYYY-MM-DD'],
    ['0000-01-01', 'YYYY-MM-DD'],
  ])('%s is none', (text, format) => {
    expect(readDate(text, format)).toBeNull();
  });

  const learn = (...texts: string[]): readonly string[] => {
    const column = createDateColumn();
    for (const text of texts) column.add(text);
    return column.formats();
  };

  it('are understood when one value settles the order', () => {
    expect(learn('03/04/2017', '25/04/2017')).toEqual(['DD/MM/YYYY']);
    expect(learn('03/04/2017', '04/25/2017')).toEqual(['MM/DD/YYYY']);
    expect(learn('2017-03-04', 'soon')).toEqual(['YYYY-MM-DD']);
    expect(learn()).toEqual([]);
  });

  it('are refused rather than guessed when nothing settles it', () => {
    const formats = learn('03/04/2017', '05/06/2017');
    expect(readDateBy('03/04/2017', formats)).toEqual({ problem: 'ambiguous_date' });
    expect(readDateBy('05/05/2017', formats)).toEqual({ iso: '2017-05-05' });
  });

  it('need a format with year, month and day', () => {
    expect(['DD/MM/YYYY', 'YY-MM-DD', 'MMM D, YYYY'].every(isDateFormat)).toBe(true);
    expect(['YYYY-MM', 'DD/DD/YYYY', '(a+)+$', '', 'HH:mm'].some(isDateFormat)).toBe(false);
  });
});

describe('numbers', () => {
  it.each([
    ['1234.50', '1,234.56', '1234.5'],
    ['1,234,567.89', '1,234.56', '1234567.89'],
    ['$1,200', '1,234.56', '1200'],
    ['1200 USD', '1,234.56', '1200'],
    ['(12.50)', '1,234.56', '-12.5'],
    ['-0', '1,234.56', '0'],
    ['45 %', '1,234.56', '45'],
    ['.5', '1,234.56', '0.5'],
    ['007', '1,234.56', '7'],
    ['1.234,56', '1.234,56', '1234.56'],
    ['€ 1 234,5', '1.234,56', '1234.5'],
    ["1'234.50", '1,234.56', '1234.5'],
  ] as const)('%s by %s', (text, format, value) => expect(readNumber(text, format)).toBe(value));

  it.each(['12,34', '1.2.3', 'abc', '', '1e5', '=1+1', '0x10', '١٢'])('%s is none', (text) =>
    expect(readNumber(text, '1,234.56')).toBeNull(),
  );

  it('learn the decimal sign from the column', () => {
    const column = createNumberColumn();
    for (const text of ['1.234', '99', '12,5']) column.add(text);
    expect(column.format()).toBe('1.234,56');
  });

  it('and yes or no in several tongues', () => {
    expect(['yes', 'TRUE', '1', 'ja'].map(readBoolean)).toEqual([true, true, true, true]);
    expect(['no', 'false', '0'].map(readBoolean)).toEqual([false, false, false]);
    expect(readBoolean('perhaps')).toBeNull();
  });
});
