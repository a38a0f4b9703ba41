/** Where each field that a merge may take over is kept. A custom field is a column of its own here: `custom_fields.<key>`. */
export const MERGE_COLUMNS = {
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'email',
  phone: 'phone',
  title: 'title',
  organizationId: 'organization_id',
  ownerId: 'owner_id',
  externalId: 'external_id',
} as const;

const CUSTOM = { field: 'customFields.', column: 'custom_fields.' } as const;
const FIELDS = Object.fromEntries(Object.entries(MERGE_COLUMNS).map(([field, column]) => [column, field]));

/** customFields.birthday → custom_fields.birthday; null for what is no field of a contact. */
export function columnOfField(field: string): string | null {
  if (field.startsWith(CUSTOM.field)) return CUSTOM.column + field.slice(CUSTOM.field.length);
  return Object.hasOwn(MERGE_COLUMNS, field) ? MERGE_COLUMNS[field as keyof typeof MERGE_COLUMNS] : null;
}

export function fieldOfColumn(column: string): string {
  if (column.startsWith(CUSTOM.column)) return CUSTOM.field + column.slice(CUSTOM.column.length);
  return FIELDS[column] ?? 'escalatedAt';
}

/** The key of a custom field; null for another column. */
export function customKeyOf(column: string): string | null {
  return column.startsWith(CUSTOM.column) ? column.slice(CUSTOM.column.length) : null;
}

/** A contact's columns as the database compares them, each custom field one of its own. */
export type ContactValues = Readonly<Record<string, unknown>>;
/** Column → before, after. */
export type MergeChanges = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

export type Choice = 'this' | 'other';

/** The columns to take from the other contact: those chosen, and without a choice those that this one lacks. */
export function takenColumns(
  { mine, others }: { mine: ContactValues; others: ContactValues },
  choices: Readonly<Record<string, Choice>>,
  customKeys: ReadonlySet<string>,
): string[] {
  const columns = [...Object.values(MERGE_COLUMNS), ...[...customKeys].map((key) => CUSTOM.column + key)];
  const taken = columns.filter((column) => {
    const choice = choices[column] ?? (isEmpty(mine[column]) && !isEmpty(others[column]) ? 'other' : 'this');
    return choice === 'other' && !isSame(mine[column], others[column]);
  });
  // A question that a manager has not answered yet stays asked.
  const isAsked = isEmpty(mine['escalated_at']) && !isEmpty(others['escalated_at']);
  return isAsked ? [...taken, 'escalated_at', 'escalated_by'] : taken;
}

export type UndoPlan = { restored: ContactValues; kept: string[] };

/**
 * Which columns go back to what they were before a merge. `later` are the merges since that still stand, oldest first: where
 * one began from what this one left, the column is theirs now and theirs to give back.
 */
export function undoPlan(changes: MergeChanges, now: ContactValues, later: readonly MergeChanges[]): UndoPlan {
  const restored: Record<string, unknown> = {};
  const kept: string[] = [];
  for (const [column, [before, after]] of Object.entries(changes)) {
    const next = later.find((merge) => column in merge)?.[column];
    if (next && isSame(next[0], after)) continue;
    if (!next && isSame(now[column], after)) restored[column] = before;
    else kept.push(fieldOfColumn(column));
  }
  return { restored, kept: [...new Set(kept)] };
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
