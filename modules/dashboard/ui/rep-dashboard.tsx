'use client';

import { apiFailure } from '@aura/api/client';
import type { Deal } from '@aura/deals/client';
import { DealLine, dealsHref, dealsText, StageBars, useToday } from '@aura/reports/client';
import { DateText } from '@aura/ui/date-text';
import { FigureTile } from '@aura/ui/figure-tile';
import { Link } from '@aura/ui/link';
import { LinkButton } from '@aura/ui/link-button';
import { NextStepRail } from '@aura/ui/next-step-rail';
import { PageHeader } from '@aura/ui/page-header';
import { Panel } from '@aura/ui/panel';
import { addDays } from '@aura/ui/zoned-time';
import { Phone, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Dashboard } from '../dashboard.schema.ts';
import { All, type PanelState } from './deal-lists.tsx';
import { Sums } from './figures-row.tsx';
import { FirstDeal } from './first-deal.tsx';
import { NextStepActions, NextStepChips } from './next-step-actions.tsx';
import { nextStepState, type StepGroup, stepGroup, stepGroupNames } from './next-step-state.ts';
import { OnboardingCard } from './onboarding-card.tsx';
import { RecentActivitiesPanel, RecentChangesPanel } from './recent-panels.tsx';
import { useDashboard } from './use-dashboard.ts';
import { useDayKeys } from './use-day-keys.ts';

/** A rep's day: what to do now, and how the own deals stand. */
export function RepDashboard(): ReactNode {
  const query = useDashboard({ period: 'month' });
  const { data } = query;
  const status = data ? 'ready' : query.isError ? 'error' : 'loading';
  const state: PanelState = {
    status,
    onRetry: () => void query.refetch(),
    reference: query.isError ? apiFailure(query.error).requestId : null,
  };
  const today = useToday();
  useDayKeys();
  const isEmpty = data !== undefined && data.open.count + data.current.won.count + data.current.lost.count === 0;
  return (
    <div className="mx-auto flex max-w-360 flex-col gap-6">
      <PageHeader
        title="My day"
        subtitle={<DateText value={today} style="weekday" />}
        primaryAction={
          <LinkButton variant="primary" href="/activities?new=true" aria-keyshortcuts="L" icon={<Phone aria-hidden />}>
            Log a call
          </LinkButton>
        }
        actions={
          <LinkButton href="/deals?new=true" icon={<Plus aria-hidden />}>
            Deal
          </LinkButton>
        }
      />
      <OnboardingCard dashboard={data} />
      {isEmpty ? (
        <FirstDeal canImport={false} />
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[7fr_5fr]">
          <div className="min-w-0 lg:order-2">
            <OwnFigures data={data} status={status} onRetry={state.onRetry} />
          </div>
          <div className="flex min-w-0 flex-col gap-6 lg:row-span-2">
            <NextStepsPanel data={data} state={state} />
            <NoNextStepPanel data={data} state={state} />
          </div>
          <div className="flex min-w-0 flex-col gap-6 lg:order-3">
            <Panel title="My open deals by stage" {...state}>
              {data ? <StageBars stages={data.stages} open={data.open} /> : null}
            </Panel>
            <RecentActivitiesPanel data={data} state={state} />
            <RecentChangesPanel data={data} state={state} />
          </div>
        </div>
      )}
    </div>
  );
}

type FiguresProps = { data: Dashboard | undefined; status: PanelState['status']; onRetry: () => void };

function OwnFigures({ data, status, onRetry }: FiguresProps): ReactNode {
  const href = (figure: Dashboard['open'] | undefined): { href?: string } =>
    figure ? { href: dealsHref(figure.filter) } : {};
  return (
    <div className="grid grid-cols-2 gap-3">
      <FigureTile
        label="Won this month"
        status={status}
        onRetry={onRetry}
        value={data ? <Sums figure={data.current.won} measure="amount" /> : null}
        delta={data ? dealsText(data.current.won.count) : null}
        {...href(data?.current.won)}
      />
      <FigureTile
        label="Weighted, open"
        status={status}
        onRetry={onRetry}
        value={data ? <Sums figure={data.open} measure="weighted" /> : null}
        delta={data ? `of ${dealsText(data.open.count)}` : null}
        {...href(data?.open)}
      />
    </div>
  );
}

type PanelProps = { data: Dashboard | undefined; state: PanelState };

function NextStepsPanel({ data, state }: PanelProps): ReactNode {
  const today = useToday();
  const dates = { today, tomorrow: addDays(today, 1) };
  const steps = data?.nextSteps.filter((deal): deal is Deal & { nextStepOn: string } => deal.nextStepOn !== null) ?? [];
  const groups = (['overdue', 'today', 'tomorrow', 'later'] as const)
    .map((group) => ({ group, deals: steps.filter(({ nextStepOn }) => stepGroup(nextStepOn, dates) === group) }))
    .filter(({ deals }) => deals.length > 0);
  return (
    <Panel title="Next steps" loadingLines={8} {...state}>
      {data && steps.length === 0 ? <NothingDue data={data} /> : null}
      <div className="flex flex-col gap-5">
        {groups.map(({ group, deals }) => (
          <StepGroupList key={group} group={group} deals={deals} today={today} />
        ))}
      </div>
    </Panel>
  );
}

function StepGroupList({
  group,
  deals,
  today,
}: {
  group: StepGroup;
  deals: readonly Deal[];
  today: string;
}): ReactNode {
  const tone = group === 'overdue' || group === 'today' ? 'text-copper' : 'text-muted';
  return (
    <section aria-label={stepGroupNames[group]}>
      <h3 className={`text-small font-medium ${tone}`}>
        {stepGroupNames[group]} <span className="font-normal tabular-nums">{deals.length}</span>
      </h3>
      <ul>
        {deals.map((deal) => (
          <DealLine
            key={deal.id}
            deal={deal}
            hasOwner={false}
            rail={<NextStepRail state={nextStepState(deal, today)} />}
            note={
              <span className={`block text-small ${tone}`}>
                {deal.nextStep ?? 'Next step'} · <DateText value={deal.nextStepOn} />
              </span>
            }
            actions={<NextStepActions deal={deal} />}
            isKeyed
          />
        ))}
      </ul>
    </section>
  );
}

function NothingDue({ data }: { data: Dashboard }): ReactNode {
  const { noNextStep } = data;
  if (noNextStep.count === 0) return <p className="text-muted">Nothing due.</p>;
  return (
    <p className="text-muted">
      Nothing due.{' '}
      <Link href={dealsHref(noNextStep.filter)} className="text-link">
        {dealsText(noNextStep.count)} {noNextStep.count === 1 ? 'has' : 'have'} no next step
      </Link>
      .
    </p>
  );
}

function NoNextStepPanel({ data, state }: PanelProps): ReactNode {
  const deals = data?.noNextStep.deals ?? [];
  if (data && data.noNextStep.count === 0) return null;
  return (
    <Panel title="Deals without a next step" note={data?.noNextStep.count.toLocaleString('en-US')} {...state}>
      <ul className="-my-1">
        {deals.map((deal) => (
          <DealLine
            key={deal.id}
            deal={deal}
            hasOwner={false}
            rail={<NextStepRail state="missing" />}
            actions={<NextStepChips deal={deal} />}
            isKeyed
          />
        ))}
      </ul>
      {data ? <All figure={data.noNextStep} shown={deals.length} /> : null}
    </Panel>
  );
}
