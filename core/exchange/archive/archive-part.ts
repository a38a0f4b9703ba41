import type { ActorContext } from '@aura/api';

/** A column of a table, as the archive shows it. */
export type ArchiveColumn = {
  /** Its key in the archive. */
  name: string;
  column: string;
  /** `ref`: the id of a record of another part. `member`: a person, by e-mail. `money`: minor units, shown as an amount. `linked`: jsonb with ids in its texts. */
  kind: 'value' | 'ref' | 'member' | 'money' | 'shown' | 'linked';
  /** The part that a `ref` points into. */
  to?: string;
  /** SQL over alias `t`: of `money` its currency, of `shown` its value, which is only read. */
  sql?: string;
};

export type ArchiveRow = Record<string, unknown>;

/** By part: what the ids of an archive became here. */
export type Ids = Map<string, Map<string, string>>;

export type RestoreScope = {
  ctx: ActorContext;
  isDryRun: boolean;
  /** By e-mail in lower case: who stands for the people of the archive. */
  people: Map<string, string>;
  note(code: string, message: string, count?: number): void;
};

/** One table of a workspace's archive: what is taken out, and what comes back. */
export type ArchivePart = {
  /** A key of the JSON document, and the name of a CSV file. */
  name: string;
  label: string;
  table: string;
  /** The columns of its primary key beside the tenant; `id` alone unless said. */
  key?: readonly string[];
  columns: readonly ArchiveColumn[];
  /** SQL over alias `t`: which of its rows; all unless said. */
  where?: string;
  /** Archives that were made before there was this part come in without it. */
  isLater?: boolean;
  /** What its rows are in events, named by a column; left out for what hangs on other records. */
  record?: { type: string; name: string };
  /** A new workspace has such rows of its own, which make room. Others must not be there. */
  isProvisioned?: boolean;
  /** Instead of writing the rows as they are: people, who are matched and not copied. */
  restore?: (scope: RestoreScope, rows: readonly ArchiveRow[]) => Promise<void>;
  /** Once all parts are in. */
  settle?: (scope: RestoreScope, rows: readonly ArchiveRow[]) => Promise<void>;
};

type Spelled = string | ArchiveColumn;

export function defineArchivePart(part: Omit<ArchivePart, 'columns'> & { columns: readonly Spelled[] }): ArchivePart {
  const columns = part.columns.map((one) =>
    typeof one === 'string' ? { name: camel(one), column: one, kind: 'value' as const } : one,
  );
  return { ...part, columns };
}

export const ref = (column: string, to: string): ArchiveColumn => ({ name: camel(column), column, kind: 'ref', to });

/** `owner_id` is `ownerEmail`, and `created_by` is `createdByEmail`. */
export const person = (column: string): ArchiveColumn => ({
  name: `${camel(column.replace(/_id$/, ''))}Email`,
  column,
  kind: 'member',
});

/** `unit_price_minor` is `unitPrice`, "1200.50". */
export const money = (column: string, currency: string): ArchiveColumn => ({
  name: camel(column.replace(/_minor$/, '')),
  column,
  kind: 'money',
  sql: currency,
});

export const linked = (column: string): ArchiveColumn => ({ name: camel(column), column, kind: 'linked' });

/** For those who read the archive; what comes back does not need it. */
export const shown = (name: string, sql: string): ArchiveColumn => ({ name, column: name, kind: 'shown', sql });

/** When and by whom. */
export const made: readonly Spelled[] = ['created_at', person('created_by')];

export const keyOf = (part: ArchivePart): readonly string[] => part.key ?? ['id'];

function camel(column: string): string {
  return column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Each after those that it refers to; otherwise in the order of the modules. */
export function inOrder(parts: readonly ArchivePart[]): ArchivePart[] {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const ordered = new Set<ArchivePart>();
  const place = (part: ArchivePart): void => {
    for (const { to } of part.columns) {
      const target = to === undefined ? undefined : byName.get(to);
      if (target && target !== part && !ordered.has(target)) place(target);
    }
    ordered.add(part);
  };
  // People first: whoever records belong to.
  for (const part of parts.toSorted((a, b) => Number(!a.restore) - Number(!b.restore))) place(part);
  return [...ordered];
}
