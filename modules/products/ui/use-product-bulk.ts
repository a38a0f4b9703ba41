'use client';

import { type BulkActionsProps, type BulkField, bulkCalls } from '@aura/bulk/client';
import { useMe } from '@aura/identity/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useProductsApi } from './use-products-api.ts';

type Bulk = Pick<BulkActionsProps, 'entity' | 'fields' | 'calls' | 'may' | 'onChanged'>;

const fields: readonly BulkField[] = [
  { name: 'category', label: 'Category', kind: 'text' },
  { name: 'description', label: 'Description', kind: 'longText' },
  { name: 'active', label: 'For sale', kind: 'yesNo' },
];

/** What may be done with many products at once; nobody owns one. */
export function useProductBulk(): Bulk {
  const { products: api } = useProductsApi();
  const queries = useQueryClient();
  const me = useMe();
  const may = (permission: string): boolean => me?.permissions.includes(permission) === true;
  const preview = useMutation(api.bulkPreview.mutationOptions()).mutateAsync;
  const run = useMutation(api.bulk.mutationOptions()).mutateAsync;
  return {
    entity: 'product',
    fields,
    calls: bulkCalls(preview, run),
    may: { edit: may('product:update'), assign: false, archive: may('product:archive') },
    onChanged: () => void queries.invalidateQueries(api.pathFilter()),
  };
}
