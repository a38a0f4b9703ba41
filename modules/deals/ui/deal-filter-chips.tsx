'use client';

import { CustomFilterChips, filterInAddress, useCustomFields } from '@aura/custom-fields/client';
import { useOrganizationsApi } from '@aura/organizations/client';
import { usePipelines } from '@aura/pipelines/client';
import { FilterChip } from '@aura/ui/filter-chip';
import { formatDate } from '@aura/ui/format-date';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DealView, SetDealView } from './deal-view.ts';
import { usePeople } from './people.ts';

type Chip = { label: string; value: string; clears: (keyof DealView)[] };

const attentionWords = {
  any: 'needed',
  overdue: 'close date passed',
  rotting: 'too long in stage',
  noNextStep: 'no next step',
};

/** The filters that are set, in words, each with a way to take it off. */
export function DealFilterChips({ view, setView }: { view: DealView; setView: SetDealView }): ReactNode {
  const chips = useChips(view);
  const { fields } = useCustomFields('deal');
  return (
    <>
      {chips.map((chip) => (
        <FilterChip
          key={chip.label}
          label={chip.label}
          value={chip.value}
          onRemove={() => void setView(Object.fromEntries(chip.clears.map((name) => [name, null])))}
        />
      ))}
      <CustomFilterChips
        fields={fields}
        filter={view.customFields}
        ignored={view.ignoredFields}
        onFilterChange={(filter) => void setView({ fields: filterInAddress(filter) })}
      />
    </>
  );
}

function useChips(view: DealView): Chip[] {
  const people = usePeople();
  const stages = usePipelines().pipelines.flatMap((pipeline) => pipeline.stages);
  const organization = useQuery(
    useOrganizationsApi().get.queryOptions(
      { id: view.organizationId ?? '' },
      { enabled: view.organizationId !== null },
    ),
  );
  const owner = view.ownerId === 'me' ? 'is me' : people.find((person) => person.userId === view.ownerId)?.name;
  const chips: (Chip | false)[] = [
    view.status !== 'open' && { label: 'Status', value: view.status, clears: ['status'] },
    view.q !== '' && { label: 'Text', value: `“${view.q}”`, clears: ['q'] },
    view.stageId !== null && {
      label: 'Stage',
      value: stages.find((one) => one.id === view.stageId)?.name ?? 'unknown',
      clears: ['stageId'],
    },
    view.ownerId !== null && { label: 'Owner', value: owner ?? 'unknown', clears: ['ownerId'] },
    view.organizationId !== null && {
      label: 'Organization',
      value: organization.data?.name ?? '…',
      clears: ['organizationId'],
    },
    view.attention !== null && { label: 'Attention', value: attentionWords[view.attention], clears: ['attention'] },
    ...rangeChips(view),
    ...historyChips(view, (id) => stages.find((stage) => stage.id === id)?.name ?? 'unknown'),
  ];
  return chips.filter((chip) => chip !== false);
}

function rangeChips(view: DealView): (Chip | false)[] {
  const percent = (value: number | null): string | null => (value === null ? null : `${value}%`);
  const day = (value: string | null): string | null => (value === null ? null : formatDate(value));
  return [
    between('Close date', [day(view.closeFrom), day(view.closeTo)], ['closeFrom', 'closeTo']),
    view.noCloseDate !== null && {
      label: 'Close date',
      value: view.noCloseDate ? 'none' : 'given',
      clears: ['noCloseDate'],
    },
    between('Value', [view.minAmount, view.maxAmount], ['minAmount', 'maxAmount']),
    between(
      'Probability',
      [percent(view.minProbability), percent(view.maxProbability)],
      ['minProbability', 'maxProbability'],
    ),
  ];
}

const outcomeWords = { here: 'still there', on: 'went on', back: 'went back', lost: 'lost there' };

/** What a report's figures are filtered by: why and where a deal was lost, and when it came into a stage. */
function historyChips(view: DealView, stageName: (id: string) => string): (Chip | false)[] {
  const { lostReason, noLostReason, closedFromStageId, enteredStageId, enteredFrom, enteredTo, stayOutcome } = view;
  const entered = between(
    enteredStageId === null ? 'Entered a stage' : `Entered ${stageName(enteredStageId)}`,
    [enteredFrom === null ? null : formatDate(enteredFrom), enteredTo === null ? null : formatDate(enteredTo)],
    ['enteredStageId', 'enteredFrom', 'enteredTo', 'stayOutcome'],
  );
  return [
    view.closed !== null && { label: 'Closed', value: view.closed ? 'won or lost' : 'no', clears: ['closed'] },
    lostReason !== null && { label: 'Lost reason', value: lostReason, clears: ['lostReason'] },
    noLostReason !== null && {
      label: 'Lost reason',
      value: noLostReason ? 'none given' : 'given',
      clears: ['noLostReason'],
    },
    closedFromStageId !== null && {
      label: 'Closed in',
      value: closedFromStageId === 'none' ? 'no open stage' : stageName(closedFromStageId),
      clears: ['closedFromStageId'],
    },
    entered,
    stayOutcome !== null && { label: 'After that stage', value: outcomeWords[stayOutcome], clears: ['stayOutcome'] },
  ];
}

function between(label: string, [from, to]: [string | null, string | null], clears: Chip['clears']): Chip | false {
  if (from === null && to === null) return false;
  const value = from === null ? `up to ${to}` : to === null ? `from ${from}` : `${from} – ${to}`;
  return { label, value, clears };
}
