import type { ActorContext, DomainEvent } from '@aura/api';
import type { AppError, Permission } from '@aura/kernel';
import type { z } from 'zod';

/** A record's own columns, as the database has them. */
export type BulkRow = Readonly<Record<string, unknown>> & { id: string; version: number; deleted_at: Date | null };

/** The same as JSON, as one statement found it and left it: instants and amounts are the database's own texts. */
export type BulkRecord = Readonly<Record<string, unknown>> & { id: string };

/** New values by column. Empty: the record is so already. */
export type Patch = Readonly<Record<string, unknown>>;

/** What each of some locked rows needs, or why it stays as it is. */
export type BulkPlan = (rows: readonly BulkRow[]) => Promise<ReadonlyMap<string, Patch | AppError>>;

export type Told = { before: BulkRecord; after: BulkRecord; isUndo: boolean };

export type Choice<Filter> = { filter: Filter; isDeleted: boolean; limit: number };

/**
 * What a module says about changing many of its records at once. The selection is its list's own, the rules are those
 * of a single edit, and everything runs under the caller's own rights.
 */
export type BulkEditorParts<Changes, Filter> = {
  /** As in its events and in the audit log. */
  entity: string;
  table: `crm.${string}`;
  permission: Permission;
  /** Columns that an undo may write back. */
  columns: readonly string[];
  /** Columns that follow those by trigger; noted too, and put back by the trigger. */
  derived?: readonly string[];
  /** Rows beside the record that its triggers keep: noted under `key` when `column` changes, put back by a trigger. */
  beside?: { column: string; key: string; table: `crm.${string}`; link: string };
  changes: z.ZodType<Changes>;
  nameOf(row: BulkRow): string;
  /** Ids of the list's rows by the list's filter, at most `limit`. */
  find(ctx: ActorContext, choice: Choice<Filter>): Promise<string[]>;
  /** What these changes mean for each row. Throws what is wrong with the changes themselves. */
  prepare(ctx: ActorContext, changes: Changes): Promise<BulkPlan>;
  /** What stands against putting back what was there before, beside the person's rights; null: nothing. */
  prepareUndo?(ctx: ActorContext): Promise<(patch: Patch) => AppError | null>;
  /** Whether the person may write these columns of this row. Throws forbidden or conflict. */
  requirePatch(ctx: ActorContext, row: BulkRow, patch: Patch): void;
  /** What a single edit would tell. */
  eventsOf(ctx: ActorContext, told: readonly Told[]): DomainEvent[] | Promise<DomainEvent[]>;
};

export type BulkEditor<Filter = never> = Omit<BulkEditorParts<unknown, Filter>, 'prepare'> & {
  prepare(ctx: ActorContext, changes: unknown): Promise<BulkPlan>;
};

export type BulkEditors = ReadonlyMap<string, BulkEditor>;

/** Its changes are its own business from here on; those of a stored edit are read anew. */
export function defineBulkEditor<Changes, Filter>(parts: BulkEditorParts<Changes, Filter>): BulkEditor<Filter> {
  return { ...parts, prepare: async (ctx, changes) => parts.prepare(ctx, parts.changes.parse(changes)) };
}
