'use client';

import { CustomFieldDetails } from '@aura/custom-fields/client';
import { MemberPicker } from '@aura/members/client';
import { DateText } from '@aura/ui/date-text';
import { DetailList, DetailRow } from '@aura/ui/detail-list';
import { InlineEdit } from '@aura/ui/inline-edit';
import { Link } from '@aura/ui/link';
import { Panel } from '@aura/ui/panel';
import { PickerEdit } from '@aura/ui/picker-edit';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Organization } from '../organization.schema.ts';
import { organizationLock } from './organization-labels.ts';
import { organizationPath } from './organization-paths.ts';
import { OrganizationPicker } from './organization-picker.tsx';

export type OrganizationDetailsProps = {
  organization: Organization;
  save: (patch: Record<string, unknown>) => Promise<boolean>;
};

type TextField = 'name' | 'industry' | 'size' | 'location' | 'website';

/** What is known about the organization; each value is edited where it stands. */
export function OrganizationDetails({ organization, save }: OrganizationDetailsProps): ReactNode {
  const { abilities, website } = organization;
  const locked = organizationLock(organization);
  const text = (name: TextField, label: string, actions?: ReactNode): ReactNode => (
    <DetailRow label={label} actions={actions}>
      <InlineEdit
        label={label}
        value={organization[name] ?? ''}
        display={organization[name] ?? <span className="text-subtle">{locked ? '—' : 'Add'}</span>}
        disabledReason={locked}
        validate={(value) => (name === 'name' && value.trim() === '' ? 'Enter the name of the organization' : null)}
        onSave={(value) => save({ [name]: value })}
      />
    </DetailRow>
  );
  return (
    <Panel title="Details">
      <DetailList>
        {text('name', 'Name')}
        {text('website', 'Website', website ? <WebsiteLink website={website} /> : null)}
        {text('industry', 'Industry')}
        {text('size', 'Size')}
        {text('location', 'Location')}
        <DetailRow label="Part of">
          <PickerEdit
            label="Part of"
            display={<Parent organization={organization} />}
            disabledReason={locked}
            onSave={(parentId) => save({ parentId })}
          >
            {(choose) => (
              <OrganizationPicker
                aria-label="Part of"
                exceptId={organization.id}
                value={
                  organization.parentId ? { id: organization.parentId, name: organization.parentName ?? '…' } : null
                }
                onValueChange={(parent) => choose(parent?.id ?? null)}
              />
            )}
          </PickerEdit>
        </DetailRow>
        <DetailRow label="Owner">
          <PickerEdit
            label="Owner"
            shortcut="o"
            display={organization.ownerName ?? '—'}
            disabledReason={abilities.changeOwner ? null : 'Only managers and admins change the owner'}
            onSave={(ownerId) => save({ ownerId })}
          >
            {(choose) => (
              <MemberPicker
                aria-label="Owner"
                value={organization.ownerId}
                onValueChange={(ownerId) => (ownerId ? choose(ownerId) : undefined)}
              />
            )}
          </PickerEdit>
        </DetailRow>
        <CustomFieldDetails
          entity="organization"
          values={organization.customFields}
          disabledReason={locked}
          onSave={(customFields) => save({ customFields })}
        />
        <DetailRow label="Added">
          <DateText value={organization.createdAt} style="date-time" />
        </DetailRow>
        <DetailRow label="Changed">
          <DateText value={organization.updatedAt} style="date-time" />
        </DetailRow>
      </DetailList>
    </Panel>
  );
}

function Parent({ organization }: { organization: Organization }): ReactNode {
  if (!organization.parentId) return <span className="text-subtle">Stands alone</span>;
  return (
    <Link href={organizationPath(organization.parentId)} className="text-link">
      {organization.parentName}
    </Link>
  );
}

/** People write company.com; the link needs its scheme. */
function WebsiteLink({ website }: { website: string }): ReactNode {
  const href = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`Open ${website} in a new tab`}
      className="inline-grid size-8 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
    >
      <ExternalLink aria-hidden className="size-4" />
    </a>
  );
}
