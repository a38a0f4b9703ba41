'use client';

import { customColumns, useCustomFields, withCustomColumns } from '@aura/custom-fields/client';
import { StageName, usePipelines } from '@aura/pipelines/client';
import { Avatar } from '@aura/ui/avatar';
import { CellText } from '@aura/ui/cell-text';
import type { Column } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import { formatDate } from '@aura/ui/format-date';
import { NextStepText } from '@aura/ui/next-step-rail';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { AmountEdit, CloseDateEdit } from './deal-inline-edits.tsx';
import type { DealView } from './deal-view.ts';
import { nextStepState } from './next-step.ts';
import { useToday } from './use-today.ts';

/** The columns of the table of deals; ids are the API's sorts. Custom fields that were chosen or are in use follow. */
export function useDealColumns({ columns, customFields, order }: DealView): readonly Column<Deal>[] {
  const { fields } = useCustomFields('deal');
  const isInSight = (key: string): boolean =>
    columns?.split(',').includes(key) === true ||
    key in customFields ||
    order?.replace('-', '') === `customFields.${key}`;
  return withCustomColumns(ownColumns, customColumns<Deal>(fields.filter(({ key }) => isInSight(key))));
}

const ownColumns: readonly Column<Deal>[] = [
  {
    id: 'name',
    header: 'Deal',
    isSortable: true,
    cell: (deal) => <span className="wrap-anywhere">{deal.name}</span>,
    below: ({ organizationName }) => (organizationName ? <CellText>{organizationName}</CellText> : null),
    className: 'min-w-52 max-w-80',
  },
  {
    id: 'amount',
    header: 'Value',
    isSortable: true,
    align: 'end',
    cell: (deal) => <AmountEdit deal={deal} />,
    className: 'min-w-34',
  },
  { id: 'stage', header: 'Stage', cell: (deal) => <StageCell deal={deal} />, className: 'min-w-30 max-w-44' },
  {
    id: 'nextStep',
    header: 'Next step',
    isSortable: true,
    cell: (deal) => <NextStepCell deal={deal} />,
    className: 'min-w-44 max-w-52',
  },
  {
    id: 'closeDate',
    header: 'Close date',
    isSortable: true,
    cell: (deal) => <CloseDateEdit deal={deal} />,
    className: 'min-w-34',
    card: 'more',
  },
  { id: 'owner', header: 'Owner', cell: (deal) => <OwnerCell name={deal.ownerName} />, className: 'max-w-44' },
  {
    id: 'createdAt',
    header: 'Created',
    isSortable: true,
    cell: (deal) => <DateText value={deal.createdAt} />,
    className: '@min-[40rem]:@max-[70rem]:hidden',
  },
];

function StageCell({ deal }: { deal: Deal }): ReactNode {
  const { pipelines } = usePipelines();
  const stages = pipelines.find((one) => one.id === deal.pipelineId)?.stages ?? [];
  const stage = { id: deal.stageId, name: deal.stageName, kind: deal.status, probability: deal.probability };
  return <StageName stages={stages} stage={stage} />;
}

function NextStepCell({ deal }: { deal: Deal }): ReactNode {
  const today = useToday();
  if (deal.status !== 'open') return '—';
  return (
    <NextStepText
      state={nextStepState(deal, today)}
      day={deal.nextStepOn ? formatDate(deal.nextStepOn, 'day-month') : null}
    >
      {deal.nextStep}
    </NextStepText>
  );
}

function OwnerCell({ name }: { name: string | null }): ReactNode {
  if (!name) return '—';
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar name={name} size="sm" />
      <CellText>{name}</CellText>
    </span>
  );
}
