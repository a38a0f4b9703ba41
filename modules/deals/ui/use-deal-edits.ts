import { type TableEdits, useTableEdits } from '@aura/members/client';
import { useMutation } from '@tanstack/react-query';
import type { Deal } from '../deal.schema.ts';
import { readOnlyReason } from './deal-inline-edits.tsx';
import { fieldLabels, fieldNames } from './field-labels.ts';
import { useDealsApi } from './use-deals-api.ts';

/** Changing deals in the cells of their table. */
export function useDealEdits(labels: Readonly<Record<string, string>>): TableEdits<Deal> {
  const { deals } = useDealsApi();
  return useTableEdits<Deal>({
    update: useMutation(deals.update.mutationOptions()).mutateAsync,
    lockedOf: readOnlyReason,
    listKey: deals.list.queryKey(),
    shownBy: deals.pathKey(),
    labels: { ...labels, ...fieldLabels },
    names: fieldNames,
  });
}
