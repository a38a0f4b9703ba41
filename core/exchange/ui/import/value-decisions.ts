import type { UnmatchedColumn } from '../../import/import.schema.ts';
import type { Decisions, ImportDraft } from './import-draft.ts';

export type ValueFate = 'suggested' | 'replaced' | 'created' | 'emptied' | 'refused';

/** Decisions that are no replacement; no value of a file holds a NUL. */
export const LEAVE_EMPTY = '\u0000empty';
export const ADD_OPTION = '\u0000option';
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

/** Each value of the column as an option, but for those that are another spelling of one. */
export function withAllAdded(draft: Pick<ImportDraft, 'decisions'>, column: UnmatchedColumn): Decisions {
  const added = column.values.filter(({ suggestion }) => suggestion === null);
  return { ...draft.decisions, ...Object.fromEntries(added.map((value) => [keyOf(column, value), ADD_OPTION])) };
}

/** What replaces a value, by the person or else by the suggestion; null for nothing. */
export function replacementOf({ decisions }: Pick<ImportDraft, 'decisions'>, column: Column, value: Value) {
  const decided = decisions[keyOf(column, value)];
  return decided === undefined ? value.suggestion : decided;
}

/** What becomes of the rows that have the value. */
export function fateOf(draft: ImportDraft, column: UnmatchedColumn, value: Value): ValueFate {
  const to = replacementOf(draft, column, value);
  if (to === LEAVE_EMPTY) return 'emptied';
  if (to === ADD_OPTION) return 'created';
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
  const entries = columnsOf(draft).map((column) => {
    const replaced = column.values.flatMap((value) => {
      const to = replacementOf(draft, column, value);
      if (to === null || to === ADD_OPTION) return [];
      return [[value.value, to === LEAVE_EMPTY ? '' : to] as const];
    });
    return [column.column, Object.fromEntries(replaced)] as const;
  });
  return Object.fromEntries(entries.filter(([, values]) => Object.keys(values).length > 0));
}

/** By the file's columns: values that become options of their field. */
export function sentOptions(draft: ImportDraft): Record<string, string[]> {
  const entries = columnsOf(draft).map((column) => {
    const added = column.values.filter((value) => replacementOf(draft, column, value) === ADD_OPTION);
    return [column.column, added.map(({ value }) => value)] as const;
  });
  return Object.fromEntries(entries.filter(([, added]) => added.length > 0));
}

function columnsOf({ unmatched, mapping }: ImportDraft): UnmatchedColumn[] {
  return (unmatched ?? []).filter(({ column, target }) => mapping[column] === target);
}

/** What the person chooses from, beside the field's options: making one of the value, or leaving the cell empty. */
export function fieldChoices({ isField, mayAddOptions }: UnmatchedColumn, { value }: Value) {
  return [
    ...(mayAddOptions ? [{ value: ADD_OPTION, label: `Create the option “${value}”` }] : []),
    ...(isField ? [{ value: LEAVE_EMPTY, label: 'Leave it empty' }] : []),
  ];
}

/** Which columns have values to compare: another answer of the server is wanted when this changes. */
export function matchedColumns({ preview, mapping }: Pick<ImportDraft, 'preview' | 'mapping'>): string {
  const matched = new Set(preview?.targets.filter(({ isMatched }) => isMatched).map(({ target }) => target));
  const pairs = Object.entries(mapping).filter(
    ([, target]) => target !== null && (matched.has(target) || target.startsWith('customFields.')),
  );
  return JSON.stringify(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
