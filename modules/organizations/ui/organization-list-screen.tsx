'use client';

import { type FilterKind, type ListState, listQuestion, useListState } from '@aura/api/list-state';
import { usePeek } from '@aura/api/peek';
import { failureText, inWords } from '@aura/api/record-edit';
import { ExportButton } from '@aura/exchange/client';
import { useMe } from '@aura/identity/client';
import { type Chosen, OwnerFilter, ReassignBar, useOwnerText } from '@aura/members/client';
import { Button } from '@aura/ui/button';
import { filterChips } from '@aura/ui/filter-chips';
import { FirstUse } from '@aura/ui/first-use';
import { LIST_LIMIT, ListPage } from '@aura/ui/list-page';
import { PageHeader } from '@aura/ui/page-header';
import { RestoreButton } from '@aura/ui/restore-button';
import { toast } from '@aura/ui/toast';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { type ReactNode, useState } from 'react';
import type { Organization } from '../organization.schema.ts';
import { organizationColumns } from './organization-columns.tsx';
import { OrganizationSheet } from './organization-form.tsx';
import { organizationPath } from './organization-paths.ts';
import { OrganizationPeek } from './organization-peek.tsx';
import { useOrganizationsApi } from './use-organizations-api.ts';

const filters = { ownerId: 'person', industry: 'text', parentId: 'uuid' } as const satisfies Record<string, FilterKind>;
type Filter = keyof typeof filters;
const noun = ['organization', 'organizations'] as const;

/** All organizations: find, filter, add, hand over. */
export function OrganizationListScreen(): ReactNode {
  const list = useListState<Filter>({ filters, sorts: ['name', 'createdAt', 'updatedAt'], defaultSort: '-createdAt' });
  const [isNew, setNew] = useQueryState('new', parseAsBoolean.withDefault(false));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const peek = usePeek();
  const me = useMe();
  const may = (permission: string): boolean => me?.permissions.includes(permission) === true;
  const chips = useChips(list);
  const asked = listQuestion(list, me?.userId);
  const api = useOrganizationsApi();
  const answer = useQuery(
    api.list.queryOptions(
      { limit: LIST_LIMIT, ...asked.input },
      { placeholderData: keepPreviousData, enabled: asked.isReady },
    ),
  );
  const { reassign, restore } = useOrganizationChanges(asked.filter);
  const canSelect = may('organization:reassign') && !list.isArchived;
  return (
    <>
      <PageHeader
        title="Organizations"
        primaryAction={may('organization:create') ? <AddButton onAdd={() => void setNew(true)} /> : null}
        actions={
          <ExportButton
            scope="organizations"
            filter={{ ...asked.filter, deleted: list.isArchived }}
            facts={answer.data}
            isFiltered={list.isFiltered || list.isArchived}
          />
        }
      />
      <ListPage
        place={list}
        answer={answer}
        noun={noun}
        searchLabel="Search organizations"
        hasArchive
        errorText={answer.isError ? failureText(answer.error) : null}
        filterMenu={
          <OwnerFilter value={list.filters.ownerId} onValueChange={(owner) => list.setFilter('ownerId', owner)} />
        }
        chips={chips}
        firstUse={
          <FirstUse
            title="The companies you sell to"
            importHref={may('import:create') ? '/import?entity=organizations' : null}
            onAdd={may('organization:create') ? () => void setNew(true) : null}
          >
            Bring them over from a spreadsheet, or add the first by hand.
          </FirstUse>
        }
        table={{
          caption: list.isArchived ? 'Archived organizations' : 'Organizations',
          columns: organizationColumns,
          rowKey: ({ id }) => id,
          rowLabel: ({ name }) => name,
          rowHref: ({ id }) => organizationPath(id),
          onPeek: ({ id }) => peek.open(id),
          ...(canSelect ? { selection: { selected, onSelectedChange: setSelected } } : {}),
          ...(list.isArchived
            ? {
                rowActions: (row: Organization) =>
                  row.abilities.restore ? <RestoreButton name={row.name} onRestore={() => restore(row.id)} /> : null,
              }
            : {}),
        }}
      />
      {canSelect && selected.size > 0 ? (
        <ReassignBar
          noun={noun}
          selected={selected}
          total={answer.data?.total ?? 0}
          onClear={() => setSelected(new Set())}
          onReassign={reassign}
        />
      ) : null}
      <OrganizationPeek peek={peek} />
      <OrganizationSheet
        open={isNew}
        onOpenChange={(open) => void setNew(open ? true : null)}
        onCreated={({ id, name }) => {
          void setNew(null);
          toast({
            title: `${name} was added`,
            action: { label: 'Open', onAction: () => location.assign(organizationPath(id)) },
          });
        }}
      />
    </>
  );
}

function AddButton({ onAdd }: { onAdd: () => void }): ReactNode {
  return (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={onAdd}>
      Organization
    </Button>
  );
}

function useOrganizationChanges(filter: Record<string, string>) {
  const api = useOrganizationsApi();
  const queries = useQueryClient();
  const give = useMutation(api.reassign.mutationOptions()).mutateAsync;
  const bringBack = useMutation(api.restore.mutationOptions()).mutateAsync;
  const changed = <Answer,>(answer: Promise<Answer>): Promise<Answer> =>
    inWords(answer).finally(() => void queries.invalidateQueries({ queryKey: api.list.queryKey() }));
  return {
    reassign: async (chosen: Chosen, ownerId: string) =>
      (await changed(give({ ...(chosen === 'all-matching' ? { filter } : { ids: [...chosen.ids] }), ownerId })))
        .changed,
    restore: (id: string) => changed(bringBack({ id })),
  };
}

/** A chip for each filter that is set; null without any. */
function useChips(list: ListState<Filter>): ReactNode {
  const ownerText = useOwnerText(list.filters.ownerId);
  const { ownerId: owner, industry, parentId: parent } = list.filters;
  return filterChips(list, [
    owner ? { name: 'ownerId', label: 'Owner', value: ownerText } : null,
    industry ? { name: 'industry', label: 'Industry', value: `is ${industry}` } : null,
    parent ? { name: 'parentId', label: 'Part of', value: 'one organization' } : null,
  ]);
}
