'use client';

import { type BulkActionsProps, type BulkField, bulkCalls } from '@aura/bulk/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BulkMove } from './bulk-move.tsx';
import { OrganizationChoice } from './organization-choice.tsx';
import { useMe } from './people.ts';
import { useDealsApi } from './use-deals-api.ts';

type Bulk = Pick<BulkActionsProps, 'entity' | 'fields' | 'calls' | 'may' | 'onChanged' | 'extra'>;

const fields: readonly BulkField[] = [
  { name: 'closeDate', label: 'Close date', kind: 'date' },
  { name: 'amount', label: 'Value', kind: 'amount', help: "In each deal's own currency" },
  { name: 'probability', label: 'Probability', kind: 'percent', isKept: true, help: 'In percent, 0 to 100' },
  { name: 'nextStep', label: 'Next step', kind: 'text' },
  { name: 'nextStepOn', label: 'Next step due', kind: 'date' },
  {
    name: 'organizationId',
    label: 'Organization',
    kind: 'link',
    control: ({ value, onChange }) => <OrganizationChoice value={value} onChange={onChange} />,
  },
  { name: 'notes', label: 'Notes', kind: 'longText' },
];

/** What may be done with many deals at once. */
export function useDealBulk(pipelineId: string | null): Bulk {
  const { deals: api } = useDealsApi();
  const queries = useQueryClient();
  const me = useMe();
  const may = (permission: string): boolean => me?.can(permission) === true;
  const preview = useMutation(api.bulkPreview.mutationOptions()).mutateAsync;
  const run = useMutation(api.bulk.mutationOptions()).mutateAsync;
  return {
    entity: 'deal',
    fields,
    calls: bulkCalls(preview, run),
    may: { edit: may('deal:update'), assign: may('deal:assign'), archive: may('deal:archive') },
    onChanged: () => void queries.invalidateQueries(api.pathFilter()),
    extra: { label: 'Move stage', dialog: (target) => <BulkMove target={target} pipelineId={pipelineId} /> },
  };
}
