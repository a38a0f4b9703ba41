'use client';

import { ActivityTimeline, QuickLog } from '@aura/activities/client';
import { EditConflict } from '@aura/members/client';
import { organizationPath } from '@aura/organizations/client';
import { Badge } from '@aura/ui/badge';
import { InlineEdit } from '@aura/ui/inline-edit';
import { Link } from '@aura/ui/link';
import { RecordHead } from '@aura/ui/record-frame';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DealDetail } from '../deal.schema.ts';
import { DealDetails } from './deal-details.tsx';
import { DealHistory } from './deal-history.tsx';
import { readOnlyReason } from './deal-inline-edits.tsx';
import { DealLayout } from './deal-layout.tsx';
import { DealNextStep } from './deal-next-step.tsx';
import { dealsPath } from './deal-paths.ts';
import { DealRelated } from './deal-related.tsx';
import { DealStageBar } from './deal-stage-bar.tsx';
import { fieldLabels, fieldNames } from './field-labels.ts';
import { LineItems } from './line-items.tsx';
import { useMe } from './people.ts';
import { type DealEdit, useDealEdit, useDealHistory } from './use-deal-edit.ts';
import { useDealMenu } from './use-deal-menu.tsx';
import { useDealPalette } from './use-deal-palette.tsx';
import { useRecordKeys } from './use-record-keys.ts';

/** A deal's page: what it is worth and where it stands, what was done, what it sells, who is involved. */
export function DealRecord({ deal }: { deal: DealDetail }): ReactNode {
  const edit = useDealEdit(deal);
  const history = useDealHistory(deal.id);
  const canLog = useMe()?.can('activity:create') === true && !deal.deletedAt;
  useRecordKeys(deal);
  useDealPalette(deal);
  return (
    <>
      <DealHead deal={deal} edit={edit} />
      <DealStageBar deal={deal} />
      <EditConflict edit={edit} labels={fieldLabels} names={fieldNames} />
      <DealLayout
        itemCount={deal.items.length}
        nextStep={deal.status === 'open' ? <DealNextStep deal={deal} /> : null}
        details={<DealDetails deal={deal} save={edit.save} />}
        timeline={
          <div className="flex flex-col gap-6">
            {canLog ? <QuickLog dealId={deal.id} /> : null}
            <ActivityTimeline dealId={deal.id} changes={history} />
          </div>
        }
        items={<LineItems deal={deal} />}
        history={<DealHistory changes={history} />}
        related={<DealRelated deal={deal} save={edit.save} />}
      />
    </>
  );
}

function DealHead({ deal, edit }: { deal: DealDetail; edit: DealEdit }): ReactNode {
  const { abilities, organizationId, organizationName } = deal;
  const { menu, dialogs } = useDealMenu(deal);
  return (
    <>
      <RecordHead
        record={{ id: deal.id, name: deal.name, isArchived: deal.deletedAt !== null }}
        noun="deal"
        breadcrumb={[{ label: 'Deals', href: dealsPath }]}
        title={
          <InlineEdit
            label="Title"
            value={deal.name}
            disabledReason={readOnlyReason(deal)}
            validate={(text) => (text.trim() === '' ? 'Enter the title' : null)}
            onSave={(name) => edit.save({ name })}
          />
        }
        status={<DealState deal={deal} />}
        menu={menu}
        subtitle={
          organizationId ? (
            <Link href={organizationPath(organizationId)} className="text-link">
              {organizationName}
            </Link>
          ) : null
        }
        onArchive={abilities.archive ? edit.archive : null}
        onRestore={abilities.restore ? edit.restore : null}
        consequence="The deal leaves the board, lists and figures. Its history stays, and you can restore it from its page."
      />
      {dialogs}
    </>
  );
}

function DealState({ deal }: { deal: DealDetail }): ReactNode {
  if (deal.status !== 'open')
    return (
      <Badge tone={deal.status === 'won' ? 'ok' : 'neutral'} icon={<StageGlyph outcome={deal.status} />}>
        {deal.status === 'won' ? 'Won' : `Lost${deal.lostReason ? `: ${deal.lostReason}` : ''}`}
      </Badge>
    );
  return deal.escalatedAt ? (
    <Badge tone="attention" icon={<Siren aria-hidden />}>
      Escalated
    </Badge>
  ) : null;
}
