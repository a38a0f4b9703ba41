'use client';

import { type BulkActionsProps, type BulkField, bulkCalls } from '@aura/bulk/client';
import { useMe } from '@aura/identity/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { OrganizationControl } from './organization-control.tsx';
import { useOrganizationsApi } from './use-organizations-api.ts';

type Bulk = Pick<BulkActionsProps, 'entity' | 'fields' | 'calls' | 'may' | 'onChanged'>;

/** What may be done with many organizations at once. */
export function useOrganizationBulk(): Bulk {
  const api = useOrganizationsApi();
  const queries = useQueryClient();
  const me = useMe();
  const may = (permission: string): boolean => me?.permissions.includes(permission) === true;
  const preview = useMutation(api.bulkPreview.mutationOptions()).mutateAsync;
  const run = useMutation(api.bulk.mutationOptions()).mutateAsync;
  return {
    entity: 'organization',
    fields,
    calls: bulkCalls(preview, run),
    may: {
      edit: may('organization:update'),
      assign: may('organization:reassign'),
      archive: may('organization:archive'),
    },
    onChanged: () => void queries.invalidateQueries(api.pathFilter()),
  };
}

const fields: readonly BulkField[] = [
  { name: 'industry', label: 'Industry', kind: 'text' },
  { name: 'size', label: 'Size', kind: 'text', help: 'A number of people, or a range like 11-50' },
  { name: 'location', label: 'Location', kind: 'text' },
  { name: 'website', label: 'Website', kind: 'text' },
  { name: 'parentId', label: 'Part of', kind: 'link', control: (props) => <OrganizationControl {...props} /> },
];
