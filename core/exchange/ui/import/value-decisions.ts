import type { UnmatchedColumn } from '../../import/import.schema.ts';
import type { Decisions, ImportDraft } from './import-draft.ts';

export type ValueFate = 'suggested' | 'replaced' | 'created' | 'refused';
type Value = UnmatchedColumn['values'][number];
type Column = Pick<UnmatchedColumn, 'column' | 'target'>;

const keyOf = ({ column, target }: Column, { value }: Pick<Value, 'value'>): string =>
  [column, target, value].join('\n');

/** The decisions with one more; they stay when the column is mapped to something else for a while. */
export function withDecision(
  { decisions }: Pick<ImportDraft, 'decisions'>,
  { column, value, to }: { column: Column; value: Value; to: string | null },
): Decisions {
  return { ...decisions, [keyOf(column, value)]: to };
}

/** What replaces a value, by the person or else by the suggestion; null for nothing. */
export function replacementOf({ decisions }: Pick<ImportDraft, 'decisions'>, column: Column, value: Value) {
  const decided = decisions[keyOf(column, value)];
  return decided === undefined ? value.suggestion : decided;
}

/** What becomes of the rows that have the value. */
export function fateOf(draft: ImportDraft, column: UnmatchedColumn, value: Value): ValueFate {
  const to = replacementOf(draft, column, value);
  if (to !== null) return to === value.suggestion ? 'suggested' : 'replaced';
  return isCreated(draft, column) ? 'created' : 'refused';
}

/** Whether values of this column that nothing replaces become records. */
export function isCreated({ entity, createMissing }: ImportDraft, { creatable }: UnmatchedColumn): boolean {
  // A team's managers are members too: they are made unasked.
  return creatable !== null && (createMissing.includes(creatable) || (entity === 'members' && creatable === 'member'));
}

/** The replacements as they are sent, by the file's columns. */
export function sentValues(draft: ImportDraft): Record<string, Record<string, string>> {
  const columns = (draft.unmatched ?? []).filter(({ column, target }) => draft.mapping[column] === target);
  const entries = columns.map((column) => {
    const replaced = column.values.flatMap((value) => {
      const to = replacementOf(draft, column, value);
      return to === null ? [] : [[value.value, to] as const];
    });
    return [column.column, Object.fromEntries(replaced)] as const;
  });
  return Object.fromEntries(entries.filter(([, values]) => Object.keys(values).length > 0));
}

/** Which columns have values to compare: another answer of the server is wanted when this changes. */
export function matchedColumns({ preview, mapping }: Pick<ImportDraft, 'preview' | 'mapping'>): string {
  const matched = new Set(preview?.targets.filter(({ isMatched }) => isMatched).map(({ target }) => target));
  const pairs = Object.entries(mapping).filter(
    ([, target]) => target !== null && (matched.has(target) || target.startsWith('customFields.')),
  );
  return JSON.stringify(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
