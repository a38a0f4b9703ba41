import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '../csv/cell-guard.ts';
import { toCsv } from './export-cell.ts';

describe('a cell', () => {
  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', "=cmd|' /C calc'!A0", '＝1+1', "'=1", '-', '+44 ext 5'])(
    '%j is shown as text, and comes back as it was',
    (text) => {
      expect(guardCell(text)).toBe(`'${text}`);
      expect(unguardCell(guardCell(text))).toBe(text);
    },
  );

  it.each(['-12.50', '-3', '1200.50', '+31 (0)20 123-45', "O'Neill", "'quoted'", '', 'a=b', '2026-03-04'])(
    '%j stays what it is, both ways',
    (text) => {
      expect(guardCell(text)).toBe(text);
      expect(unguardCell(text)).toBe(text);
    },
  );
});

describe('a file', () => {
  it('is RFC 4180: what needs quotes has them, and every line ends with CR LF', () => {
    const rows = [
      ['plain', 'a, b', 'say "hi"', 'two\nlines', 'two\r\nlines'],
      [null, undefined, true, 0, ['one', 'two']],
    ];
    const text = toCsv(rows);
    expect(text).toBe('plain,"a, b","say ""hi""","two\nlines","two\r\nlines"\r\n,,true,0,one; two\r\n');
    expect(parse(text)).toEqual([
      ['plain', 'a, b', 'say "hi"', 'two\nlines', 'two\r\nlines'],
      ['', '', 'true', '0', 'one; two'],
    ]);
  });
});
