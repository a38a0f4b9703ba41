import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { cardPlace, keysBetween, nextSort, withToggled } from './data-table-column.ts';

type Row = { id: string; name: string; amount: string };

const table: DataTableProps<Row> = {
  caption: 'Deals',
  columns: [
    { id: 'name', header: 'Deal', isSortable: true, cell: (row) => row.name },
    { id: 'amount', header: 'Value', align: 'end', isSortable: true, cell: (row) => row.amount },
  ],
  rows: [{ id: '1', name: 'Acme renewal', amount: '$5' }],
  rowKey: (row) => row.id,
  rowLabel: (row) => row.name,
  rowHref: (row) => `/deals/${row.id}`,
  sort: { column: 'name', direction: 'ascending' },
  onSortChange: () => undefined,
};

it('is a native table that keeps its roles when it is drawn as cards', () => {
  const html = renderToStaticMarkup(<DataTable {...table} />);
  expect(html).toContain('<caption');
  expect(html).toMatch(/<th role="columnheader" scope="col" aria-sort="ascending"/);
  expect(html).toMatch(/<th role="columnheader" scope="col" aria-sort="none"/);
  expect(html).toMatch(/<th role="rowheader" scope="row"[^>]*>.*href="\/deals\/1"/);
});

it('names each checkbox by its row', () => {
  const html = renderToStaticMarkup(
    <DataTable {...table} selection={{ selected: new Set(['1']), onSelectedChange: () => undefined }} />,
  );
  expect(html).toContain('aria-label="Select Acme renewal"');
  expect(html).toContain('data-selected="true"');
});

it('tells failure from emptiness', () => {
  const failed = renderToStaticMarkup(
    <DataTable {...table} rows={[]} status="error" empty="No deals yet" onRetry={() => undefined} />,
  );
  expect(failed).toContain('Retry');
  expect(failed).not.toContain('No deals yet');
  expect(renderToStaticMarkup(<DataTable {...table} rows={[]} empty="No deals yet" />)).toContain('No deals yet');
});

it('gives a column the width that a person chose, and says it on a separator that keys reach', () => {
  const sizing = { widths: { amount: 240 }, onWidthChange: () => undefined };
  const html = renderToStaticMarkup(<DataTable {...table} sizing={sizing} />);
  expect(html).toMatch(/<table[^>]*style="--width-of-1:240px"/);
  expect(html).toContain('aria-label="Value"');
  expect(html).toMatch(/role="separator"[^>]*aria-label="Width of Value"[^>]*aria-valuenow="240"/);
  expect(html.match(/role="separator"[^>]*tabindex="0"/g)).toHaveLength(2);
  expect(html.match(/style="--width:var\(--width-of-1\)"/g)).toHaveLength(2);
  expect(renderToStaticMarkup(<DataTable {...table} />)).not.toContain('separator');
});

describe('its rules', () => {
  it('sorts ascending first, then the other way', () => {
    expect(nextSort(undefined, 'name')).toEqual({ column: 'name', direction: 'ascending' });
    expect(nextSort({ column: 'name', direction: 'ascending' }, 'name').direction).toBe('descending');
    expect(nextSort({ column: 'name', direction: 'descending' }, 'amount').direction).toBe('ascending');
  });

  it('selects a range in either direction and survives a row that has gone', () => {
    expect(keysBetween(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c', 'd']);
    expect(keysBetween(['a', 'b'], 'gone', 'b')).toEqual(['b']);
    expect([...withToggled(new Set(['a', 'z']), { key: 'b', isOn: true, range: ['a', 'b'] })]).toEqual(['a', 'z', 'b']);
    expect([...withToggled(new Set(['a', 'b']), { key: 'b', isOn: false })]).toEqual(['a']);
  });

  it('keeps four columns in sight on a phone', () => {
    const column = { id: 'x', header: 'X', cell: () => null };
    expect([0, 3, 4].map((index) => cardPlace(column, index))).toEqual(['show', 'show', 'more']);
    expect(cardPlace({ ...column, card: 'hide' }, 0)).toBe('hide');
  });
});
