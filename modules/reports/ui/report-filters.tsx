'use client';

import { useMemberNames } from '@aura/members/client';
import { DateInput } from '@aura/ui/date-input';
import { Select } from '@aura/ui/select';
import type { ReactNode } from 'react';
import { PipelineFilter } from './pipeline-filter.tsx';
import {
  type PeriodKind,
  periodNames,
  periodOfView,
  type ReportView,
  type SetReportView,
  useToday,
} from './report-view.ts';

export type ReportFiltersProps = {
  view: ReportView;
  setView: SetReportView;
  /** The periods on offer; none for what is about now. */
  periods: readonly PeriodKind[];
  hasPipeline?: boolean;
  /** Left out for reps: they see their own. */
  hasOwner?: boolean;
};

/** Period, pipeline and owner, kept in the address. */
export function ReportFilters({
  view,
  setView,
  periods,
  hasPipeline = true,
  hasOwner = true,
}: ReportFiltersProps): ReactNode {
  const today = useToday();
  const choosePeriod = (period: PeriodKind): void => {
    const days = period === 'custom' ? periodOfView(view, today) : { from: null, to: null };
    void setView({ period, ...days });
  };
  return (
    <div className="flex flex-wrap gap-3 max-sm:*:grow print:hidden">
      {periods.length > 0 ? (
        <Select
          aria-label="Period"
          className="w-full min-w-40 sm:w-auto sm:max-w-64"
          value={view.period}
          onChange={(event) => choosePeriod(event.target.value as PeriodKind)}
          options={periods.map((value) => ({ value, label: periodNames[value] }))}
        />
      ) : null}
      {periods.length > 0 && view.period === 'custom' ? <CustomDays view={view} setView={setView} /> : null}
      {hasPipeline ? (
        <PipelineFilter value={view.pipelineId} onValueChange={(pipelineId) => void setView({ pipelineId })} />
      ) : null}
      {hasOwner ? <OwnerSelect value={view.ownerId} onValueChange={(ownerId) => void setView({ ownerId })} /> : null}
    </div>
  );
}

type OwnerSelectProps = { value: string | null; onValueChange: (ownerId: string | null) => void };

function OwnerSelect({ value, onValueChange }: OwnerSelectProps): ReactNode {
  const members = [...useMemberNames().values()].toSorted((a, b) => a.name.localeCompare(b.name));
  if (members.length < 2) return null;
  return (
    <Select
      aria-label="Owner"
      className="w-full min-w-40 sm:w-auto sm:max-w-64"
      value={value ?? ''}
      onChange={(event) => onValueChange(event.target.value || null)}
      placeholder="Whole team"
      options={members.map(({ userId, name }) => ({ value: userId, label: name }))}
    />
  );
}

function CustomDays({ view, setView }: Pick<ReportFiltersProps, 'view' | 'setView'>): ReactNode {
  const isBackwards = view.from !== null && view.to !== null && view.from > view.to;
  return (
    <fieldset aria-label="Days" className="m-0 flex flex-wrap items-center gap-2 border-0 p-0">
      <DateInput
        aria-label="First day"
        value={view.from ?? ''}
        onChange={(event) => void setView({ from: event.target.value || null })}
      />
      <span aria-hidden>–</span>
      <DateInput
        aria-label="Last day"
        value={view.to ?? ''}
        onChange={(event) => void setView({ to: event.target.value || null })}
      />
      {isBackwards ? (
        <p role="alert" className="basis-full text-small text-danger">
          The last day is before the first. These are the figures of this month.
        </p>
      ) : null}
    </fieldset>
  );
}
