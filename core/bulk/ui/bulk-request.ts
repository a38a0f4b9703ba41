import type { Chosen } from '@aura/ui/use-selection';
import type { BulkEdit, BulkPreview } from '../bulk.schema.ts';

export type BulkChanges = Readonly<Record<string, unknown>>;
export type BulkRequest = { ids?: readonly string[]; filter?: Readonly<Record<string, unknown>>; changes: BulkChanges };

/** A noun's own two procedures. */
export type BulkCalls = {
  preview: (request: BulkRequest) => Promise<BulkPreview>;
  run: (request: BulkRequest) => Promise<BulkEdit>;
};

type Call<Answer> = (input: never) => Promise<Answer>;

/** What a field's editor made is checked by the server, by that noun's own schema. */
export function bulkCalls(preview: Call<BulkPreview>, run: Call<BulkEdit>): BulkCalls {
  return { preview: (request) => preview(request as never), run: (request) => run(request as never) };
}

export function requestOf(chosen: Chosen, filter: BulkRequest['filter'], changes: BulkChanges): BulkRequest {
  return chosen === 'all-matching' ? { filter: filter ?? {}, changes } : { ids: chosen.keys, changes };
}
