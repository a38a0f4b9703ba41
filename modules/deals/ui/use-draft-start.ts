'use client';

import { usePrefill } from '@aura/api/prefill';
import { useContactsApi } from '@aura/contacts/client';
import { useOrganizationsApi } from '@aura/organizations/client';
import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useEffect } from 'react';
import type { DealDraft } from './deal-draft.ts';
import type { DealView } from './deal-view.ts';

type Change = (from: (draft: DealDraft) => DealDraft) => void;

/** What the link that opened the form knows already: a name that was typed, the organization or contact it came from. */
export function useDraftStart(view: DealView, change: Change): void {
  const name = usePrefill(view.new);
  const { organizationId } = view;
  const isFromOrganization = view.new && organizationId !== null;
  const organization = useQuery(
    useOrganizationsApi().get.queryOptions({ id: organizationId ?? '' }, { enabled: isFromOrganization }),
  ).data;
  useEffect(() => {
    if (name !== '') change((draft) => ({ ...draft, name }));
  }, [name, change]);
  useEffect(() => {
    if (!isFromOrganization || !organization) return;
    change((draft) =>
      draft.organizationId ? draft : { ...draft, organizationId: organization.id, organizationName: organization.name },
    );
  }, [isFromOrganization, organization, change]);
  useContactStart(view.new, change);
}

/** The contact of the address goes from it when the form closes: it is no filter of the board. */
function useContactStart(isFormOpen: boolean, change: Change): void {
  const [contactId, setContactId] = useQueryState('contactId', parseAsString);
  const isFromContact = isFormOpen && contactId !== null;
  const contact = useQuery(useContactsApi().get.queryOptions({ id: contactId ?? '' }, { enabled: isFromContact })).data;
  useEffect(() => {
    if (!isFormOpen && contactId !== null) void setContactId(null);
  }, [isFormOpen, contactId, setContactId]);
  useEffect(() => {
    if (!isFromContact || !contact) return;
    const { id, name, organizationId, organizationName } = contact;
    change((draft) => ({ ...draft, contactId: id, contactName: name, organizationId, organizationName }));
  }, [isFromContact, contact, change]);
}
