import { listActivities } from '@aura/activities';
import type { ActorContext } from '@aura/api';
import { type Deal, listDeals, todayIn } from '@aura/deals';
import { AppError } from '@aura/kernel';
import { listPipelines } from '@aura/pipelines';
import { listRecentChanges } from './changes.queries.ts';
import type { Dashboard, DashboardInput } from './dashboard.schema.ts';
import { addDays, monthOf, type Period, periodBefore } from './dashboard.ts';
import { countActivitiesByAuthor, readClosedCells, readNames, readOpenCells, type Scope } from './figures.queries.ts';
import { closedFigures, openFigures, ownerFigures, stageFigures } from './figures.ts';

const SOON_DAYS = 14;
const RECENT = 10;
const WEEK_MS = 7 * 86_400_000;

/** Every number of the dashboard, as the person may see it: a rep's are their own. */
export async function readDashboard(ctx: ActorContext, { from, to, ...scope }: DashboardInput): Promise<Dashboard> {
  const now = ctx.clock();
  const today = todayIn(ctx.tenant.timezone, now);
  const month = monthOf(today);
  const period = { from: from ?? month.from, to: to ?? month.to };
  if (period.from > period.to)
    throw new AppError('invalid', { field: 'to', detail: 'The period ends before it begins' });
  const previous = periodBefore(period);
  const soon = { from: today, to: addDays(today, SOON_DAYS) };
  const [open, closed, pipelines, lists, people] = await Promise.all([
    readOpenCells(ctx, scope, soon),
    readClosedCells(ctx, scope, { current: period, previous }),
    listPipelines(ctx, { archived: false }),
    readLists(ctx, scope, soon),
    readPeople(ctx, new Date(now.getTime() - WEEK_MS)),
  ]);
  const closedNow = closed.filter((cell) => cell.is_current);
  const closedBefore = closed.filter((cell) => !cell.is_current);
  const { closingSoon, attention, ...figures } = openFigures(open, { scope, soon });
  return {
    asOf: now.toISOString(),
    period,
    ...figures,
    stages: stageFigures(pipelines.items, scope, open),
    current: closedFigures(scope, period, closedNow),
    previous: { period: previous, ...closedFigures(scope, previous, closedBefore) },
    closingSoon: { ...closingSoon, deals: lists.closingSoon },
    attention: { ...attention, deals: lists.attention },
    nextSteps: lists.nextSteps,
    byOwner: ownerFigures({ scope, period, open, closed: closedNow, ...people }),
    recentActivities: lists.activities,
    recentChanges: lists.changes,
  };
}

async function readPeople(
  ctx: ActorContext,
  since: Date,
): Promise<{ names: Map<string, string>; activities: Map<string, number> }> {
  const [names, activities] = await Promise.all([readNames(ctx), countActivitiesByAuthor(ctx, since)]);
  return { names, activities };
}

type Lists = {
  closingSoon: Deal[];
  attention: Deal[];
  nextSteps: Deal[];
  activities: Dashboard['recentActivities'];
  changes: Dashboard['recentChanges'];
};

async function readLists(ctx: ActorContext, scope: Scope, soon: Period): Promise<Lists> {
  const few = { ...scope, status: 'open' as const, limit: RECENT, deleted: false };
  const [closingSoon, attention, nextSteps, activities, changes] = await Promise.all([
    listDeals(ctx, { ...few, sort: 'closeDate', closeFrom: soon.from, closeTo: soon.to }),
    listDeals(ctx, { ...few, sort: '-amount', attention: 'any' }),
    listDeals(ctx, { ...few, sort: 'nextStep' }),
    listActivities(ctx, 'dashboard.activities', {
      limit: RECENT,
      archived: false,
      ...(scope.ownerId ? { authorId: scope.ownerId } : {}),
    }),
    listRecentChanges(ctx, { limit: RECENT, ownerId: scope.ownerId }),
  ]);
  return {
    closingSoon: closingSoon.items,
    attention: attention.items,
    nextSteps: nextSteps.items.filter((deal) => deal.nextStepOn !== null),
    activities: activities.items,
    changes,
  };
}
