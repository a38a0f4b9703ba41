'use client';

import { type BulkActionsProps, type BulkField, bulkCalls } from '@aura/bulk/client';
import { useMe } from '@aura/identity/client';
import { OrganizationControl } from '@aura/organizations/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useContactsApi } from './use-contacts-api.ts';

type Bulk = Pick<BulkActionsProps, 'entity' | 'fields' | 'calls' | 'may' | 'onChanged'>;

/** What may be done with many contacts at once. */
export function useContactBulk(): Bulk {
  const api = useContactsApi();
  const queries = useQueryClient();
  const me = useMe();
  const may = (permission: string): boolean => me?.permissions.includes(permission) === true;
  const preview = useMutation(api.bulkPreview.mutationOptions()).mutateAsync;
  const run = useMutation(api.bulk.mutationOptions()).mutateAsync;
  return {
    entity: 'contact',
    fields,
    calls: bulkCalls(preview, run),
    may: { edit: may('contact:update'), assign: may('contact:reassign'), archive: may('contact:archive') },
    onChanged: () => void queries.invalidateQueries(api.pathFilter()),
  };
}

const fields: readonly BulkField[] = [
  { name: 'title', label: 'Title', kind: 'text' },
  {
    name: 'organizationId',
    label: 'Organization',
    kind: 'link',
    control: (props) => <OrganizationControl {...props} />,
  },
];
