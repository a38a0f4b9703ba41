'use client';

import { tableState } from '@aura/api/list-state';
import { type TableColumns, useTableColumns } from '@aura/custom-fields/client';
import { ownerEdit } from '@aura/members/client';
import { organizationPath } from '@aura/organizations/client';
import { StageName, usePipelines } from '@aura/pipelines/client';
import { Avatar } from '@aura/ui/avatar';
import { dateEdit, lineEdit, moneyEdit, textEdit } from '@aura/ui/cell-editors';
import { CellText } from '@aura/ui/cell-text';
import type { CellEdit, Column } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import { formatDate } from '@aura/ui/format-date';
import { formatMoney } from '@aura/ui/format-money';
import { Link } from '@aura/ui/link';
import { MoneyText } from '@aura/ui/money-text';
import { NextStepText } from '@aura/ui/next-step-rail';
import { type ReactNode, useMemo } from 'react';
import type { Deal } from '../deal.schema.ts';
import { type DealActions, useDealActions } from './deal-actions-context.ts';
import { readOnlyReason } from './deal-inline-edits.tsx';
import type { DealView, SetDealView } from './deal-view.ts';
import { nextStepState } from './next-step.ts';
import { OrganizationChoice } from './organization-choice.tsx';
import { useToday } from './use-today.ts';

/** The columns of the table of deals; ids are the API's sorts. Custom fields that were chosen or are in use follow. */
export function useDealColumns(view: DealView, setView: SetDealView): TableColumns<Deal> {
  const { open } = useDealActions();
  const own = useMemo(() => columnsOf(open), [open]);
  const sorted = /^-?customFields\.(.+)$/.exec(view.order ?? '')?.[1];
  return useTableColumns<Deal>({
    entity: 'deal',
    own,
    inUse: [...Object.keys(view.customFields), ...(sorted ? [sorted] : [])],
    place: tableState(view, (next) => void setView(next, { history: 'replace' })),
  });
}

function columnsOf(open: DealActions['open']): readonly Column<Deal>[] {
  return [
    {
      id: 'name',
      header: 'Deal',
      isSortable: true,
      cell: ({ name }) => <CellText>{name}</CellText>,
      below: ({ organizationName }) => (organizationName ? <CellText>{organizationName}</CellText> : null),
      className: 'min-w-52 max-w-68',
      edit: { ...textEdit('name', { required: 'Enter the title' }), isLink: true },
    },
    amountColumn,
    {
      id: 'stage',
      header: 'Stage',
      cell: (deal) => <StageCell deal={deal} />,
      className: 'min-w-30 max-w-52',
      edit: { kind: 'opened', open: (deal, anchor) => open('move', deal, anchor) },
    },
    {
      id: 'nextStep',
      header: 'Next step',
      isSortable: true,
      cell: (deal) => <NextStepCell deal={deal} />,
      className: 'min-w-44 max-w-52',
      edit: {
        kind: 'opened',
        lockedOf: (deal) =>
          readOnlyReason(deal) ?? (deal.status === 'open' ? null : `A ${deal.status} deal has no next step`),
        open: (deal, anchor) => open('nextStep', deal, anchor),
      },
    },
    {
      id: 'closeDate',
      header: 'Close date',
      isSortable: true,
      cell: ({ closeDate }) => (closeDate ? <DateText value={closeDate} /> : <span className="text-subtle">—</span>),
      className: 'min-w-34',
      card: 'more',
      edit: dateEdit('closeDate'),
    },
    {
      id: 'owner',
      header: 'Owner',
      cell: (deal) => <OwnerCell name={deal.ownerName} />,
      className: 'max-w-48',
      edit: ownerEdit(),
    },
    {
      id: 'createdAt',
      header: 'Created',
      isSortable: true,
      cell: (deal) => <DateText value={deal.createdAt} />,
      usualClassName: '@min-[40rem]:@max-[70rem]:hidden',
    },
    ...extraColumns,
  ];
}

const amountColumn: Column<Deal> = {
  id: 'amount',
  header: 'Value',
  isSortable: true,
  align: 'end',
  cell: (deal) => <MoneyText value={moneyOf(deal)} precision="exact" />,
  className: 'min-w-34',
  edit: {
    ...moneyEdit<Deal>({
      valueOf: ({ amount }) => amount ?? '',
      currencyOf: ({ currency }) => currency,
      patchOf: (amount) => ({ amount }),
    }),
    lockedOf: (deal) => {
      const money = deal.amountSource === 'items' ? moneyOf(deal) : null;
      return money ? `${formatMoney(money)} is the sum of its line items` : readOnlyReason(deal);
    },
  },
};

const probabilityEdit: CellEdit<Deal> = {
  ...lineEdit<Deal>(
    {
      valueOf: ({ probability }) => String(probability),
      patchOf: (text) => ({ probability: Number(text) }),
      validate: (text) => (/^(100|\d{1,2})$/.test(text.trim()) ? null : 'Enter a whole number from 0 to 100'),
    },
    { isFigure: true },
  ),
  lockedOf: (deal) =>
    readOnlyReason(deal) ?? (deal.status === 'open' ? null : `A ${deal.status} deal is at ${deal.probability}%`),
};

const extraColumns: readonly Column<Deal>[] = [
  {
    id: 'organization',
    header: 'Organization',
    isExtra: true,
    cell: (deal) => <OrganizationCell deal={deal} />,
    className: 'max-w-60',
    edit: {
      kind: 'picked',
      isLink: true,
      picker: ({ organizationId, organizationName }, choose) => (
        <OrganizationChoice
          aria-label="Organization"
          value={organizationId}
          name={organizationName}
          onChange={(id) => choose(id)}
        />
      ),
      patchOf: (organizationId) => ({ organizationId }),
    },
  },
  {
    id: 'probability',
    header: 'Probability',
    isExtra: true,
    align: 'end',
    cell: ({ probability }) => `${probability}%`,
    edit: probabilityEdit,
  },
  {
    id: 'weighted',
    header: 'Weighted',
    isExtra: true,
    align: 'end',
    cell: ({ weightedAmount, currency }) => (
      <MoneyText value={weightedAmount === null ? null : { amount: weightedAmount, currency }} />
    ),
  },
  dayColumn('nextStepOn', 'Next step due', dateEdit('nextStepOn')),
  dayColumn('openedOn', 'Opened'),
  dayColumn('stageEnteredAt', 'In stage since'),
  dayColumn('updatedAt', 'Changed'),
  textColumn('lostReason', 'Lost reason'),
  textColumn('notes', 'Notes'),
  textColumn('externalId', 'External id', textEdit('externalId')),
];

function dayColumn(
  id: 'nextStepOn' | 'openedOn' | 'stageEnteredAt' | 'updatedAt',
  header: string,
  edit?: CellEdit<Deal>,
): Column<Deal> {
  const shown = (deal: Deal): ReactNode => {
    const day = deal[id];
    return day ? <DateText value={day} /> : <span className="text-subtle">—</span>;
  };
  return { id, header, isExtra: true, cell: shown, className: 'min-w-32', ...(edit ? { edit } : {}) };
}

function textColumn(id: 'lostReason' | 'notes' | 'externalId', header: string, edit?: CellEdit<Deal>): Column<Deal> {
  return {
    ...{ id, header, isExtra: true },
    cell: (deal) => <CellText>{deal[id]}</CellText>,
    className: 'max-w-60',
    ...(edit ? { edit } : {}),
  };
}

function moneyOf({ amount, currency }: Deal): { amount: string; currency: string } | null {
  return amount === null ? null : { amount, currency };
}

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

function OrganizationCell({ deal: { organizationId, organizationName } }: { deal: Deal }): ReactNode {
  if (!organizationId || !organizationName) return <CellText>{null}</CellText>;
  return (
    <CellText>
      <Link href={organizationPath(organizationId)} className="underline-offset-3 hover:underline">
        {organizationName}
      </Link>
    </CellText>
  );
}
