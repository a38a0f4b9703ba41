'use client';

import { type FilterKind, type ListState, listQuestion, useListState } from '@aura/api/list-state';
import { usePeek } from '@aura/api/peek';
import { failureText, inWords } from '@aura/api/record-edit';
import { BulkActions, canSelect } from '@aura/bulk/client';
import { useCustomList } from '@aura/custom-fields/client';
import { ExportButton, ExportSelection } from '@aura/exchange/client';
import { useMe } from '@aura/identity/client';
import { OwnerFilter, useOwnerText } from '@aura/members/client';
import { useOrganizationsApi } from '@aura/organizations/client';
import { Button } from '@aura/ui/button';
import { allChips, filterChips } from '@aura/ui/filter-chips';
import { FirstUse } from '@aura/ui/first-use';
import { LinkButton } from '@aura/ui/link-button';
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
import type { Contact } from '../contact.schema.ts';
import { contactColumns } from './contact-columns.tsx';
import { ContactSheet } from './contact-form.tsx';
import { contactPath, duplicatesPath } from './contact-paths.ts';
import { ContactPeek } from './contact-peek.tsx';
import { ContactRowMenu } from './contact-row-menu.tsx';
import { useContactBulk } from './use-contact-bulk.tsx';
import { useContactEdits } from './use-contact-edits.ts';
import { useContactsApi } from './use-contacts-api.ts';

const filters = { ownerId: 'person', organizationId: 'uuid' } as const satisfies Record<string, FilterKind>;
type Filter = keyof typeof filters;
const noun = ['contact', 'contacts'] as const;

/** All contacts: find, filter, add, hand over. */
export function ContactListScreen(): ReactNode {
  const list = useListState<Filter>({ filters, sorts: ['name', 'createdAt', 'updatedAt'], defaultSort: '-createdAt' });
  const [isNew, setNew] = useQueryState('new', parseAsBoolean.withDefault(false));
  const peek = usePeek();
  const me = useMe();
  const may = permissionsOf(me);
  const chips = useChips(list);
  const asked = listQuestion(list, me?.userId);
  const custom = useCustomList<Contact>('contact', { place: list, own: contactColumns });
  const filter = { ...asked.filter, ...custom.filter };
  const api = useContactsApi();
  const answer = useQuery(
    api.list.queryOptions(
      { limit: LIST_LIMIT, ...asked.input, ...custom.input },
      { placeholderData: keepPreviousData, enabled: asked.isReady && custom.isReady },
    ),
  );
  const restore = useRestore();
  const edits = useContactEdits(custom.labels);
  const bulk = useContactBulk();
  const selection = useSelection({
    scope: [filter, list.isArchived],
    rows: answer.data?.items,
    isOn: canSelect(bulk.may, list.isArchived),
  });
  return (
    <>
      <PageHeader
        title="Contacts"
        primaryAction={may('contact:create') ? <AddButton onAdd={() => void setNew(true)} /> : null}
        actions={
          <>
            <DuplicatesLink />
            <ExportButton
              scope="contacts"
              filter={{ ...filter, deleted: list.isArchived }}
              facts={answer.data}
              isFiltered={list.isFiltered || list.isArchived}
            />
          </>
        }
      />
      <ListPage
        place={list}
        answer={answer}
        noun={noun}
        searchLabel="Search contacts"
        views={<ViewTabs entity="contact" path="/contacts" hasMine />}
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
            title="The people you sell to"
            importHref={may('import:create') ? '/import?entity=contacts' : null}
            onAdd={may('contact:create') ? () => void setNew(true) : null}
          >
            Bring them over from a spreadsheet, or add the first by hand.
          </FirstUse>
        }
        table={{
          caption: list.isArchived ? 'Archived contacts' : 'Contacts',
          ...custom.table,
          editing: edits.editing,
          rowKey: ({ id }) => id,
          rowLabel: ({ name }) => name,
          rowHref: ({ id }) => contactPath(id),
          onPeek: ({ id }) => peek.open(id),
          ...selection.tableProps,
          rowActions: (row) =>
            row.abilities.restore ? (
              <RestoreButton name={row.name} onRestore={() => restore(row.id)} />
            ) : (
              <ContactRowMenu contact={row} save={edits.editing.save} onEdit={() => peek.open(row.id)} />
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
            scope="contacts"
            selection={selection}
            filter={{ ...filter, deleted: list.isArchived }}
            facts={answer.data}
          />
        }
      />
      <ContactPeek peek={peek} />
      {custom.panel}
      <ContactSheet
        open={isNew}
        onOpenChange={(open) => void setNew(open ? true : null)}
        onCreated={({ id, name }) => {
          void setNew(null);
          toast({
            title: `${name} was added`,
            action: { label: 'Open', onAction: () => location.assign(contactPath(id)) },
          });
        }}
      />
    </>
  );
}

function DuplicatesLink(): ReactNode {
  const mayFind = useMe()?.permissions.includes('contact:find_duplicates') === true;
  return mayFind ? <LinkButton href={duplicatesPath}>Duplicates</LinkButton> : null;
}

const permissionsOf =
  (me: ReturnType<typeof useMe>) =>
  (permission: string): boolean =>
    me?.permissions.includes(permission) === true;

function AddButton({ onAdd }: { onAdd: () => void }): ReactNode {
  return (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={onAdd}>
      Contact
    </Button>
  );
}

function useRestore(): (id: string) => Promise<unknown> {
  const api = useContactsApi();
  const queries = useQueryClient();
  const bringBack = useMutation(api.restore.mutationOptions()).mutateAsync;
  return (id) =>
    inWords(bringBack({ id })).finally(() => void queries.invalidateQueries({ queryKey: api.list.queryKey() }));
}

/** A chip for each filter that is set; null without any. */
function useChips(list: ListState<Filter>): ReactNode {
  const ownerText = useOwnerText(list.filters.ownerId);
  const organizationText = useOrganizationText(list.filters.organizationId);
  const { ownerId: owner, organizationId: organization } = list.filters;
  return filterChips(list, [
    owner ? { name: 'ownerId', label: 'Owner', value: ownerText } : null,
    organization ? { name: 'organizationId', label: 'Organization', value: organizationText } : null,
  ]);
}

function useOrganizationText(id: string | null): string {
  const { data } = useQuery(useOrganizationsApi().get.queryOptions({ id: id ?? '' }, { enabled: id !== null }));
  return `is ${data?.name ?? '…'}`;
}
