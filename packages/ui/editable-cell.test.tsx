import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { dateEdit, lineEdit, moneyEdit, selectEdit, textEdit } from './cell-editors.tsx';
import { type CellEdit, type Column, DataTable } from './data-table.tsx';

type Row = { id: string; name: string; email: string | null; amount: string | null; isLocked: boolean };
const row: Row = { id: '1', name: 'Jo Lee', email: 'jo@acme.com', amount: '5', isLocked: false };

function draw(rows: Row[], columns: Column<Row>[]): string {
  return renderToStaticMarkup(
    <DataTable
      caption="People"
      columns={[{ id: 'name', header: 'Name', cell: ({ name }) => name }, ...columns]}
      rows={rows}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
      editing={{ lockedOf: ({ isLocked }) => (isLocked ? 'You can view this' : null), save: async () => true }}
    />,
  );
}

const email: Column<Row> = { id: 'email', header: 'E-mail', cell: (each) => each.email, edit: textEdit<Row>('email') };

describe('a cell that is changed where it stands', () => {
  it('is a button named by its value and by what it changes', () => {
    const html = draw([row], [email]);
    expect(html).toMatch(/<button[^>]*data-edit="typed"[^>]*>.*jo@acme\.com.*, change E-mail of Jo Lee/);
    expect(html).toContain('data-cell="email"');
  });

  it('stays reachable and says why it cannot be changed', () => {
    const html = draw([{ ...row, isLocked: true }], [email]);
    expect(html).toMatch(/aria-disabled="true".*E-mail of Jo Lee: You can view this/);
    expect(html).not.toContain('change E-mail');
  });

  it('leaves a link a link, with the button beside it', () => {
    const link: Column<Row> = {
      ...email,
      cell: () => <a href="mailto:jo">jo</a>,
      edit: { ...textEdit('email'), isLink: true },
    };
    expect(draw([row], [link])).toMatch(/<a href="mailto:jo">jo<\/a><\/span><button/);
  });

  it('is plain without a way to save', () => {
    const html = renderToStaticMarkup(
      <DataTable
        caption="People"
        columns={[email]}
        rows={[row]}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
      />,
    );
    expect(html).not.toContain('data-edit');
  });
});

describe('the editors', () => {
  const typed = (edit: CellEdit<Row>) => {
    if (edit.kind !== 'typed') throw new Error('not typed');
    return edit;
  };

  it('of texts send them by name, and refuse to leave a needed one empty', () => {
    const name = typed(textEdit<Row>('name', { required: 'Enter a name' }));
    expect([name.valueOf(row), name.patchOf('Jo', row)]).toEqual(['Jo Lee', { name: 'Jo' }]);
    expect([name.validate?.(' ', row), name.validate?.('Jo', row)]).toEqual(['Enter a name', null]);
    expect(typed(textEdit<Row>('email')).valueOf({ ...row, email: null })).toBe('');
    expect(
      typed(lineEdit<Row>({ valueOf: () => '3', patchOf: (text) => ({ seats: text }) })).patchOf('4', row),
    ).toEqual({
      seats: '4',
    });
  });

  it('of amounts read what people write, clear with nothing, and say how else', () => {
    const amount = typed(
      moneyEdit<Row>({
        valueOf: (each) => each.amount ?? '',
        currencyOf: () => 'USD',
        patchOf: (value) => ({ amount: value }),
      }),
    );
    expect(amount.patchOf('1,200.50', row)).toEqual({ amount: '1200.50' });
    expect(amount.patchOf('', row)).toEqual({ amount: null });
    expect(amount.validate?.('much', row)).toContain('numbers');
  });

  it('of days and choices send null for none, and the value chosen', () => {
    expect(typed(dateEdit<Row>('email')).patchOf('', row)).toEqual({ email: null });
    const choice = typed(selectEdit<Row>([], { valueOf: () => 'a', patchOf: (value) => ({ tier: value }) }));
    expect(choice.patchOf('b', row)).toEqual({ tier: 'b' });
  });
});
