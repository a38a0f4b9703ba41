'use client';

import { ActivityTimeline, QuickLog } from '@aura/activities/client';
import { apiFailure } from '@aura/api/client';
import { useMe } from '@aura/identity/client';
import { EditConflict } from '@aura/members/client';
import { LinkButton } from '@aura/ui/link-button';
import { Panel } from '@aura/ui/panel';
import { RecordHead } from '@aura/ui/record-frame';
import { RecordLayout, recordTabs } from '@aura/ui/record-layout';
import { RecordMissing } from '@aura/ui/record-missing';
import { SkeletonRecord, SkeletonRegion } from '@aura/ui/skeleton';
import { Plus } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import type { Organization } from '../organization.schema.ts';
import { OrganizationDetails } from './organization-details.tsx';
import { organizationLabels, organizationNames } from './organization-labels.ts';
import { organizationsPath } from './organization-paths.ts';
import {
  type OrganizationEdit,
  useOrganization,
  useOrganizationEdit,
  useOrganizationHistory,
} from './use-organization.ts';
import { useOrganizationPalette } from './use-organization-palette.tsx';

export type OrganizationScreenProps = {
  id: string;
  /** What other modules show beside an organization: its contacts and deals. */
  related?: ReactNode;
};

/** Everything about one organization. */
export function OrganizationScreen({ id, related }: OrganizationScreenProps): ReactNode {
  const query = useOrganization(id);
  if (query.data) return <OrganizationRecord organization={query.data} related={related} />;
  if (query.isError) {
    const { status, requestId } = apiFailure(query.error);
    if (status === 404 || status === 422)
      return <RecordMissing noun="organization" href={organizationsPath} listName="All organizations" />;
    return <Panel title="Organization" status="error" onRetry={() => void query.refetch()} reference={requestId} />;
  }
  return (
    <SkeletonRegion label="Loading the organization">
      <SkeletonRecord />
    </SkeletonRegion>
  );
}

function OrganizationRecord({ organization, related }: { organization: Organization; related: ReactNode }): ReactNode {
  const { id, deletedAt } = organization;
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(recordTabs).withDefault('timeline'));
  const edit = useOrganizationEdit(organization);
  const history = useOrganizationHistory(id);
  const permissions = useMe()?.permissions ?? [];
  useOrganizationPalette(organization);
  return (
    <>
      <Head organization={organization} edit={edit} canAddDeal={permissions.includes('deal:create')} />
      <EditConflict edit={edit} labels={organizationLabels} names={organizationNames} />
      <RecordLayout
        tab={tab}
        onTabChange={(next) => void setTab(next)}
        details={<OrganizationDetails organization={organization} save={edit.save} />}
        timeline={
          <>
            {permissions.includes('activity:create') && !deletedAt ? <QuickLog organizationId={id} /> : null}
            <ActivityTimeline organizationId={id} changes={history} />
          </>
        }
        related={related}
      />
    </>
  );
}

type HeadProps = { organization: Organization; edit: OrganizationEdit; canAddDeal: boolean };

function Head({ organization, edit, canAddDeal }: HeadProps): ReactNode {
  const { id, name, abilities, industry, location, deletedAt } = organization;
  return (
    <RecordHead
      record={{ id, name, isArchived: deletedAt !== null }}
      noun="organization"
      title={name}
      breadcrumb={[{ label: 'Organizations', href: organizationsPath }]}
      subtitle={[industry, location].filter(Boolean).join(' · ') || null}
      primaryAction={
        canAddDeal && !deletedAt ? (
          <LinkButton href={`/deals?new=true&organizationId=${id}`} variant="primary" icon={<Plus aria-hidden />}>
            Deal
          </LinkButton>
        ) : null
      }
      onArchive={abilities.archive ? edit.archive : null}
      onRestore={abilities.restore ? edit.restore : null}
      consequence="The organization leaves lists and search. Its contacts and deals stay, and you can restore it from the archive."
    />
  );
}
