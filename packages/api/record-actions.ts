'use client';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { inWords, type RecordEdit, type RecordEditOptions, type Stored, useRecordEdit } from './record-edit.ts';

export type RecordActions<Item> = RecordEdit<Item> & { archive: () => Promise<void>; restore: () => Promise<void> };

type Options<Item> = Omit<RecordEditOptions<Item>, 'onRecord'> & {
  archive: (lock: { id: string; expectedVersion: number }) => Promise<unknown>;
  restore: (record: { id: string }) => Promise<unknown>;
  /** Where the record itself is kept. */
  queryKey: QueryKey;
  /** What else shows it, or what came of it. */
  shownBy: readonly QueryKey[];
};

/** What a person can do on a record's page; every answer shows at once, here and in the lists. */
export function useRecordActions<Item extends Stored>(options: Options<Item>): RecordActions<Item> {
  const { record, update, archive, restore, queryKey, shownBy } = options;
  const { id, version } = record;
  const queries = useQueryClient();
  const refresh = (keys: readonly QueryKey[]): Promise<unknown> =>
    Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: key })));
  const edit = useRecordEdit({
    record,
    update,
    onRecord: (item: Item) => {
      queries.setQueryData(queryKey, item);
      void refresh(shownBy);
    },
  });
  const run = async (change: Promise<unknown>): Promise<void> => {
    try {
      await inWords(change);
    } finally {
      await refresh([queryKey, ...shownBy]);
    }
  };
  return {
    ...edit,
    archive: () => run(archive({ id, expectedVersion: version })),
    restore: () => run(restore({ id })),
  };
}
