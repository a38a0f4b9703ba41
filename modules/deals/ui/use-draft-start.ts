'use client';

import { usePrefill } from '@aura/api/prefill';
import { useOrganizationsApi } from '@aura/organizations/client';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DealDraft } from './deal-draft.ts';
import type { DealView } from './deal-view.ts';

/** What the link that opened the form knows already: a name that was typed, the organization it came from. */
export function useDraftStart(view: DealView, change: (from: (draft: DealDraft) => DealDraft) => void): void {
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
}
