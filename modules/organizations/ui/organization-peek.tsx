'use client';

import { ActivityTimeline, QuickLog } from '@aura/activities/client';
import { type Peek, peekState } from '@aura/api/peek';
import { useMe } from '@aura/identity/client';
import { EditConflict } from '@aura/members/client';
import { PeekPanel } from '@aura/ui/peek-panel';
import type { ReactNode } from 'react';
import type { Organization } from '../organization.schema.ts';
import { OrganizationDetails } from './organization-details.tsx';
import { organizationLabels, organizationNames } from './organization-labels.ts';
import { organizationPath } from './organization-paths.ts';
import { useOrganization, useOrganizationEdit, useOrganizationHistory } from './use-organization.ts';

/** An organization beside the list. */
export function OrganizationPeek({ peek: { id, close } }: { peek: Peek }): ReactNode {
  return id ? <OpenPeek key={id} id={id} onClose={close} /> : null;
}

function OpenPeek({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const query = useOrganization(id);
  const { data, refetch } = query;
  return (
    <PeekPanel
      noun="organization"
      title={data?.name}
      description={data ? [data.industry, data.location].filter(Boolean).join(' · ') : null}
      href={organizationPath(id)}
      state={peekState(query)}
      onRetry={() => void refetch()}
      onClose={onClose}
    >
      {data ? <Parts organization={data} /> : null}
    </PeekPanel>
  );
}

function Parts({ organization }: { organization: Organization }): ReactNode {
  const { id, deletedAt } = organization;
  const edit = useOrganizationEdit(organization);
  const changes = useOrganizationHistory(id);
  const canLog = useMe()?.permissions.includes('activity:create') === true && !deletedAt;
  return (
    <>
      <EditConflict edit={edit} labels={organizationLabels} names={organizationNames} />
      {canLog ? <QuickLog organizationId={id} /> : null}
      <OrganizationDetails organization={organization} save={edit.save} />
      <ActivityTimeline organizationId={id} changes={changes} />
    </>
  );
}
