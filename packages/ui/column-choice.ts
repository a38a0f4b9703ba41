import { type Column, isRowHeader } from './data-table-column.ts';

export type ColumnChoice<Row> = {
  shown: readonly Column<Row>[];
  /** Ids of the address that are no columns of this table. */
  unknown: readonly string[];
};

type ChoiceOptions<Row> = {
  /** All that there are. */
  all: readonly Column<Row>[];
  /** Those in sight as long as nobody chooses. */
  usual: readonly Column<Row>[];
  /** Ids joined by commas, as in the address; null: nobody chose. */
  text: string | null;
  /** Whether it is known which columns there are. */
  isComplete: boolean;
};

const CARD_LINES = 4;

/** The columns that a text of the address asks for, in its order, after the one that names the rows. */
export function chooseColumns<Row>({ all, usual, text, isComplete }: ChoiceOptions<Row>): ColumnChoice<Row> {
  const wanted = [...new Set(text?.split(',').filter((id) => id !== '') ?? [])];
  const byId = new Map(all.map((column) => [column.id, column]));
  const unknown = isComplete ? wanted.filter((id) => !byId.has(id)) : [];
  const header = all.find((column) => isRowHeader(all, column));
  const chosen = wanted.flatMap((id) => byId.get(id) ?? []).filter((column) => column !== header);
  if (chosen.length === 0 && !wanted.includes(header?.id ?? '')) return { shown: usual.map(asUsual), unknown };
  return { shown: [...(header ? [header] : []), ...chosen].map(asChosen), unknown };
}

const asUsual = <Row>(column: Column<Row>): Column<Row> =>
  column.usualClassName ? { ...column, className: `${column.className ?? ''} ${column.usualClassName}` } : column;

/** Who chose a column wants to see it: on a phone the first few stand on the card, in their order. */
const asChosen = <Row>(column: Column<Row>, index: number): Column<Row> => ({
  ...column,
  card: index < CARD_LINES ? 'show' : 'more',
});

/** The ids after one was shown or hidden: what is shown keeps the order of `ids`. */
export function withColumn(ids: readonly string[], shown: ReadonlySet<string>, id: string): string[] {
  return ids.filter((each) => (each === id ? !shown.has(each) : shown.has(each)));
}

/** The ids after one changed places with the one shown before or after it. */
export function withMoved(
  ids: readonly string[],
  shown: ReadonlySet<string>,
  move: { id: string; by: -1 | 1 },
): string[] {
  const from = ids.indexOf(move.id);
  const ahead = move.by === 1 ? ids.slice(from + 1) : ids.slice(0, from).reverse();
  const other = ahead.find((each) => shown.has(each));
  if (other === undefined) return [...ids];
  return ids.map((each) => (each === move.id ? other : each === other ? move.id : each));
}
