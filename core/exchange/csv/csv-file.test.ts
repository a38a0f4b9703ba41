import { describe, expect, it } from 'vitest';
import { openCsvFile, ROWS_MAX } from './csv-file.ts';
import type { CsvRecord } from './csv-records.ts';

async function read(
  bytes: string | Buffer,
): Promise<{ encoding: string; delimiter: string; header: string[]; records: CsvRecord[] }> {
  const file = await openCsvFile(Buffer.from(bytes as string));
  const records: CsvRecord[] = [];
  for await (const record of file.records()) records.push(record);
  return { ...file, records };
}
const rows = async (bytes: string | Buffer): Promise<unknown[]> =>
  (await read(bytes)).records.map((record) => ('cells' in record ? record.cells : record.problem));
const refusal = (reason: string) => expect.objectContaining({ reason });

describe('a CSV file', () => {
  it.each([
    ['commas', 'a,b\n1,"x, y"\n', ','],
    ['semicolons with decimal commas', 'a;b\n1,5;2,5\n', ';'],
    ['tabs', 'a\tb\n1\t2, 3\n', '\t'],
    ['pipes', 'a|b\n1|2\n', '|'],
    ["Excel's own hint", 'sep=;\na;b\n1;2\n', ';'],
    ['a single column', 'name\nJo\n', ','],
  ])('is read with %s', async (_what, text, delimiter) => {
    const file = await read(text);
    expect(file.delimiter).toBe(delimiter);
    expect(file.records).toHaveLength(1);
  });

  it.each([
    ['utf-8', Buffer.from('name\nZoë\n')],
    ['utf-8', Buffer.from('\ufeffname\nZoë\n')],
    ['utf-16le', Buffer.from('\ufeffname\nZoë\n', 'utf16le')],
    ['utf-16le', Buffer.from('name\nZoë\n', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffname\nZoë\n', 'utf16le').swap16()],
    ['windows-1252', Buffer.from('name\nZoë\n', 'latin1')],
  ])('is read as %s', async (encoding, bytes) => {
    expect(await read(bytes)).toMatchObject({ encoding, header: ['name'], records: [{ line: 2, cells: ['Zoë'] }] });
  });

  it('counts lines of the file, whatever ends them and whatever quotes span', async () => {
    const { records } = await read('a,b\r\n1,"x\r\ny"\r\n\r\n2,3\n4,5\r6,7');
    expect(records.map(({ line }) => line)).toEqual([2, 5, 6, 7]);
    expect(records[0]).toEqual({ line: 2, cells: ['1', 'x\r\ny'] });
  });

  it('loses only the line whose quotes are broken', async () => {
    expect(await rows('a,b\n1,2\n3,"4\n5,"6"\n7,8\n')).toEqual([['1', '2'], 'broken_quotes', ['5', '6'], ['7', '8']]);
    expect(await rows('a,b\n1,2\n3,"4\n')).toEqual([['1', '2'], 'broken_quotes']);
    expect(await rows('a,b\n5" pipe,say "hi"\n')).toEqual([['5" pipe', 'say "hi"']]);
  });

  it('loses only a line of ten megabytes', async () => {
    expect(await rows(`a,b\n1,2\n3,${'x'.repeat(10_000_000)}\n5,6\n`)).toEqual([['1', '2'], 'too_long', ['5', '6']]);
  });

  it('names each column once, and none like an inherited property', async () => {
    expect((await read('a,a,,constructor,__proto__\n1,2,3,4,5\n')).header).toEqual([
      'a',
      'a (2)',
      'column 3',
      'column 4',
      'column 5',
    ]);
  });

  it.each([
    ['a spreadsheet', Buffer.from('PK\u0003\u0004rest'), 'not_text'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]), 'not_text'],
    ['noise', Buffer.from(Array.from({ length: 900 }, (_, index) => (index * 7) % 11)), 'not_text'],
    ['nothing', Buffer.from(''), 'empty_file'],
    ['blanks', Buffer.from(' \n\n'), 'empty_file'],
    [
      'too many columns',
      Buffer.from(Array.from({ length: 201 }, (_, index) => `c${index}`).join(',')),
      'too_many_columns',
    ],
  ])('is not %s', async (_what, bytes, reason) => {
    await expect(read(bytes)).rejects.toEqual(refusal(reason));
  });

  it('has at most 200,000 rows', async () => {
    await expect(read(`a\n${'1\n'.repeat(ROWS_MAX + 1)}`)).rejects.toEqual(refusal('too_many_rows'));
  });
});
