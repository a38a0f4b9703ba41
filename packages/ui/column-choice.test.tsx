import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { chooseColumns, withColumn, withMoved } from './column-choice.ts';
import { ColumnChooser } from './column-chooser.tsx';
import type { Column } from './data-table.tsx';

const column = (id: string, more: Partial<Column<null>> = {}): Column<null> => ({
  id,
  header: id.toUpperCase(),
  cell: () => null,
  ...more,
});
const all = [
  column('name'),
  column('phone', { className: 'w-4', usualClassName: 'hidden' }),
  column('title', { card: 'hide' }),
  column('changed', { isExtra: true }),
  column('customFields.tier'),
];
const usual = all.slice(0, 3);
const choose = (text: string | null, isComplete = true) => {
  const { shown, unknown } = chooseColumns({ all, usual, text, isComplete });
  return { ids: shown.map(({ id }) => id), unknown, shown };
};

describe('the columns of an address', () => {
  it('are the usual ones until somebody chooses', () => {
    expect(choose(null).ids).toEqual(['name', 'phone', 'title']);
    expect(choose(null).shown[1]?.className).toBe('w-4 hidden');
  });

  it('stand in the order asked for, after the one that names the rows', () => {
    expect(choose('customFields.tier,name,phone,phone').ids).toEqual(['name', 'customFields.tier', 'phone']);
    expect(choose('name').ids).toEqual(['name']);
  });

  it('are shown on every screen, the first few on a card', () => {
    const { shown } = choose('title,phone,changed,customFields.tier');
    expect(shown.map(({ card }) => card)).toEqual(['show', 'show', 'show', 'show', 'more']);
    expect(shown.find(({ id }) => id === 'phone')?.className).toBe('w-4');
  });

  it('name those that there are not, once that is known', () => {
    expect(choose('phone,gone,customFields.old')).toMatchObject({
      ids: ['name', 'phone'],
      unknown: ['gone', 'customFields.old'],
    });
    expect(choose('phone,customFields.old', false).unknown).toEqual([]);
    expect(choose('gone').ids).toEqual(['name', 'phone', 'title']);
  });
});

describe('choosing', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const shown = new Set(['a', 'c', 'd']);

  it('shows and hides a column in its place', () => {
    expect(withColumn(ids, shown, 'b')).toEqual(['a', 'b', 'c', 'd']);
    expect(withColumn(ids, shown, 'c')).toEqual(['a', 'd']);
  });

  it('moves a column over those that are not shown, and not beyond the ends', () => {
    expect(withMoved(ids, shown, { id: 'c', by: -1 })).toEqual(['c', 'b', 'a', 'd']);
    expect(withMoved(ids, shown, { id: 'a', by: -1 })).toEqual(ids);
    expect(withMoved(ids, shown, { id: 'd', by: 1 })).toEqual(ids);
  });

  it('begins with a button that says what it is', () => {
    const html = renderToStaticMarkup(
      <ColumnChooser
        all={[]}
        shown={[]}
        fixed={{ id: 'name', header: 'Name' }}
        isChosen={false}
        onChoose={() => undefined}
        density={null}
        onDensityChange={() => undefined}
      />,
    );
    expect(html).toContain('aria-label="Columns"');
  });
});
