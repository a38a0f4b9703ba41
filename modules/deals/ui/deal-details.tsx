'use client';

import { CustomFieldDetails } from '@aura/custom-fields/client';
import { organizationPath } from '@aura/organizations/client';
import { DateText } from '@aura/ui/date-text';
import { DetailList, DetailRow } from '@aura/ui/detail-list';
import { InlineEdit } from '@aura/ui/inline-edit';
import { Link } from '@aura/ui/link';
import { MoneyText } from '@aura/ui/money-text';
import { Panel } from '@aura/ui/panel';
import { PickerEdit } from '@aura/ui/picker-edit';
import { Textarea } from '@aura/ui/textarea';
import type { ReactNode } from 'react';
import type { DealDetail } from '../deal.schema.ts';
import { AmountEdit, CloseDateEdit, readOnlyReason } from './deal-inline-edits.tsx';
import { OrganizationChoice } from './organization-choice.tsx';

export type SaveFields = (patch: Record<string, unknown>) => Promise<boolean>;

/** What is known about the deal; each value is edited where it stands. */
export function DealDetails({ deal, save }: { deal: DealDetail; save: SaveFields }): ReactNode {
  const locked = readOnlyReason(deal);
  return (
    <Panel title="Details">
      <DetailList>
        <DetailRow label="Value">
          <AmountEdit deal={deal} />
        </DetailRow>
        <DetailRow label={deal.status === 'open' ? 'Close date' : 'Closed on'}>
          <CloseDateEdit deal={deal} />
        </DetailRow>
        <DetailRow label="Probability">
          <ProbabilityEdit deal={deal} save={save} locked={locked} />
        </DetailRow>
        <DetailRow label="Weighted">
          <MoneyText
            value={deal.weightedAmount === null ? null : { amount: deal.weightedAmount, currency: deal.currency }}
          />
        </DetailRow>
        <DetailRow label="Organization">
          <OrganizationEdit deal={deal} save={save} locked={locked} />
        </DetailRow>
        {deal.status === 'lost' ? (
          <DetailRow label="Lost reason">
            <InlineEdit
              label="Lost reason"
              value={deal.lostReason ?? ''}
              disabledReason={locked}
              onSave={(lostReason) => save({ lostReason })}
            />
          </DetailRow>
        ) : null}
        <CustomFieldDetails
          entity="deal"
          values={deal.customFields}
          disabledReason={locked}
          onSave={(customFields) => save({ customFields })}
        />
        <DetailRow label="Notes">
          <NotesEdit deal={deal} save={save} locked={locked} />
        </DetailRow>
        <DetailRow label="Opened">
          <DateText value={deal.openedOn} />
        </DetailRow>
        <DetailRow label="In stage since">
          <DateText value={deal.stageEnteredAt} />
        </DetailRow>
      </DetailList>
    </Panel>
  );
}

type EditProps = { deal: DealDetail; save: SaveFields; locked: string | null };

function ProbabilityEdit({ deal, save, locked }: EditProps): ReactNode {
  return (
    <InlineEdit
      label="Probability"
      value={String(deal.probability)}
      display={`${deal.probability}%`}
      disabledReason={locked ?? (deal.status === 'open' ? null : `A ${deal.status} deal is at ${deal.probability}%`)}
      validate={(text) => (/^(100|\d{1,2})$/.test(text.trim()) ? null : 'Enter a whole number from 0 to 100')}
      onSave={(text) => save({ probability: Number(text) })}
    />
  );
}

function OrganizationEdit({ deal, save, locked }: EditProps): ReactNode {
  return (
    <PickerEdit
      label="Organization"
      disabledReason={locked}
      onSave={(organizationId) => save({ organizationId })}
      display={
        deal.organizationId ? (
          <Link href={organizationPath(deal.organizationId)} className="text-link">
            {deal.organizationName}
          </Link>
        ) : (
          <span className="text-subtle">None</span>
        )
      }
    >
      {(choose) => (
        <OrganizationChoice
          aria-label="Organization"
          value={deal.organizationId}
          name={deal.organizationName}
          onChange={(id) => choose(id)}
        />
      )}
    </PickerEdit>
  );
}

function NotesEdit({ deal, save, locked }: EditProps): ReactNode {
  return (
    <InlineEdit
      label="Notes"
      value={deal.notes ?? ''}
      display={
        deal.notes ? (
          <span className="whitespace-pre-wrap">{deal.notes}</span>
        ) : (
          <span className="text-subtle">{locked ? '—' : 'Add notes'}</span>
        )
      }
      disabledReason={locked}
      onSave={(notes) => save({ notes })}
      editor={({ onValueChange, ...control }) => (
        <Textarea {...control} onChange={(event) => onValueChange(event.target.value)} />
      )}
    />
  );
}
