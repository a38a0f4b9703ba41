'use client';

import { type FilterKind, type ListState, listQuestion, useListState } from '@aura/api/list-state';
import { usePeek } from '@aura/api/peek';
import { failureText, inWords } from '@aura/api/record-edit';
import { BulkActions, canSelect } from '@aura/bulk/client';
import { useCustomList } from '@aura/custom-fields/client';
import { ExportButton, ExportSelection } from '@aura/exchange/client';
import { useMe } from '@aura/identity/client';
import { OwnerFilter, useOwnerText } from '@aura/members/client';
import { Button } from '@aura/ui/button';
import { allChips, filterChips } from '@aura/ui/filter-chips';
import { FirstUse } from '@aura/ui/first-use';
import { LIST_LIMIT, ListPage } from '@aura/ui/list-page';
import { PageHeader } from '@aura/ui/page-header';
import { RestoreButton } from '@aura/ui/restore-button';
import { toast } from '@aura/ui/toast';
import { useSelection } from '@aura/ui/use-selection';
import { ViewTabs } from '@aura/views/client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { parseAsBoolean, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import type { Organization } from '../organization.schema.ts';
import { organizationColumns } from './organization-columns.tsx';
import { OrganizationSheet } from './organization-form.tsx';
import { organizationPath } from './organization-paths.ts';
import { OrganizationPeek } from './organization-peek.tsx';
import { OrganizationRowMenu } from './organization-row-menu.tsx';
import { useOrganizationBulk } from './use-organization-bulk.tsx';
import { useOrganizationEdits } from './use-organization-edits.ts';
import { useOrganizationsApi } from './use-organizations-api.ts';

const filters = { ownerId: 'person', industry: 'text', parentId: 'uuid' } as const satisfies Record<string, FilterKind>;
type Filter = keyof typeof filters;
const noun = ['organization', 'organizations'] as const;

/** All organizations: find, filter, add, hand over. */
export function OrganizationListScreen(): ReactNode {
  const list = useListState<Filter>({ filters, sorts: ['name', 'createdAt', 'updatedAt'], defaultSort: '-createdAt' });
  const [isNew, setNew] = useQueryState('new', parseAsBoolean.withDefault(false));
  const peek = usePeek();
  const me = useMe();
  const may = permissionsOf(me);
  const chips = useChips(list);
  const asked = listQuestion(list, me?.userId);
  const custom = useCustomList<Organization>('organization', { place: list, own: organizationColumns });
  const filter = { ...asked.filter, ...custom.filter };
  const api = useOrganizationsApi();
  const answer = useQuery(
    api.list.queryOptions(
      { limit: LIST_LIMIT, ...asked.input, ...custom.input },
      { placeholderData: keepPreviousData, enabled: asked.isReady && custom.isReady },
    ),
  );
  const restore = useRestore();
  const edits = useOrganizationEdits(custom.labels);
  const bulk = useOrganizationBulk();
  const selection = useSelection({
    scope: [filter, list.isArchived],
    rows: answer.data?.items,
    isOn: canSelect(bulk.may, list.isArchived),
  });
  return (
    <>
      <PageHeader
        title="Organizations"
        primaryAction={may('organization:create') ? <AddButton onAdd={() => void setNew(true)} /> : null}
        actions={
          <ExportButton
            scope="organizations"
            filter={{ ...filter, deleted: list.isArchived }}
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
        views={<ViewTabs entity="organization" path="/organizations" hasMine />}
        hasArchive
        errorText={answer.isError ? failureText(answer.error) : null}
        filterMenu={
          <>
            <OwnerFilter value={list.filters.ownerId} onValueChange={(owner) => list.setFilter('ownerId', owner)} />
            {custom.menuItem}
          </>
        }
        chips={allChips(chips, custom.chips)}
        trail={custom.chooser}
        note={edits.conflict}
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
          ...custom.table,
          editing: edits.editing,
          rowKey: ({ id }) => id,
          rowLabel: ({ name }) => name,
          rowHref: ({ id }) => organizationPath(id),
          onPeek: ({ id }) => peek.open(id),
          ...selection.tableProps,
          rowActions: (row) =>
            row.abilities.restore ? (
              <RestoreButton name={row.name} onRestore={() => restore(row.id)} />
            ) : (
              <OrganizationRowMenu organization={row} save={edits.editing.save} onEdit={() => peek.open(row.id)} />
            ),
        }}
      />
      <BulkActions
        {...bulk}
        noun={noun}
        selection={selection}
        facts={answer.data}
        filter={filter}
        isArchived={list.isArchived}
        exportButton={
          <ExportSelection
            scope="organizations"
            selection={selection}
            filter={{ ...filter, deleted: list.isArchived }}
            facts={answer.data}
          />
        }
      />
      <OrganizationPeek peek={peek} />
      {custom.panel}
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

const permissionsOf =
  (me: ReturnType<typeof useMe>) =>
  (permission: string): boolean =>
    me?.permissions.includes(permission) === true;

function AddButton({ onAdd }: { onAdd: () => void }): ReactNode {
  return (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={onAdd}>
      Organization
    </Button>
  );
}

function useRestore(): (id: string) => Promise<unknown> {
  const api = useOrganizationsApi();
  const queries = useQueryClient();
  const bringBack = useMutation(api.restore.mutationOptions()).mutateAsync;
  return (id) =>
    inWords(bringBack({ id })).finally(() => void queries.invalidateQueries({ queryKey: api.list.queryKey() }));
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
