import type { ActorContext } from '@aura/api';
import type { CustomFieldEntity } from '@aura/custom-fields';
import type { Permission } from '@aura/kernel';
import type { z } from 'zod';

export type ExportValue = string | number | boolean | null | undefined | readonly string[];

/** A column of the CSV file. `header` is the import's target, so that the file can be brought in again. */
export type ExportColumn<Item> = { header: string; value: (item: Item) => ExportValue };

export type ExportBatch<Item> = { items: Item[]; nextCursor: string | null };

/**
 * What a module says about taking its records out. `read` is the list itself, under the maker's own rights: what is
 * filtered is what is exported.
 */
export type Exporter<Filter = unknown, Item extends object = Record<string, unknown>> = {
  /** Plural, as in its path: a scope, a key of the workspace's JSON, the name of its file. */
  name: string;
  label: string;
  permission: Permission;
  /** The list's own filter; null for a part of the whole workspace. */
  filter: z.ZodType<Filter> | null;
  /** A part of the workspace's archive, and no list of its own. */
  isPart?: boolean;
  customFields?: CustomFieldEntity;
  columns: readonly ExportColumn<Item>[];
  read(ctx: ActorContext, page: { filter: Filter; cursor?: string; limit: number }): Promise<ExportBatch<Item>>;
};

/** Its filter and its records are its own business from here on. */
export function defineExporter<Filter, Item extends object>(exporter: Exporter<Filter, Item>): Exporter {
  return exporter as unknown as Exporter;
}

export type Exporters = ReadonlyMap<string, Exporter>;

export function column<Item>(header: string, value: (item: Item) => ExportValue): ExportColumn<Item> {
  return { header, value };
}
