import { countActivities, listRecentActivities } from '@aura/activities';
import type { ActorContext } from '@aura/api';
import { type Deal, todayIn, topOpenDeals } from '@aura/deals';
import { seesAll } from '@aura/kernel';
import { listPipelines } from '@aura/pipelines';
import {
  addDays,
  closedFigures,
  monthOf,
  type Period,
  periodBefore,
  periodOf,
  readClosedCells,
  readNames,
  readOpenCells,
  type Scope,
  soonFrom,
  stageFigures,
} from '@aura/reports';
import { listRecentChanges } from './changes.queries.ts';
import type { Dashboard, DashboardInput } from './dashboard.schema.ts';
import { openBefore, openFigures, ownerFigures } from './figures.ts';

const RECENT = 10;
const LAST_DAYS = 6;

/** Every number of the dashboard, as the person may see it: a rep's are their own. */
export async function readDashboard(ctx: ActorContext, { from, to, ...scope }: DashboardInput): Promise<Dashboard> {
  const now = ctx.clock();
  const today = todayIn(ctx.tenant.timezone, now);
  const period = periodOf({ from, to }, monthOf(today));
  const previous = periodBefore(period);
  const soon = soonFrom(today);
  const week = { from: addDays(today, -LAST_DAYS), to: today };
  const [{ cells: open, owners }, closed, pipelines, lists, people] = await Promise.all([
    readOpenCells(ctx, scope, { soon, since: period.from }),
    readClosedCells(ctx, scope, { current: period, previous }),
    listPipelines(ctx, { archived: false }),
    readLists(ctx, scope, soon),
    readPeople(ctx, scope, week),
  ]);
  const closedNow = closed.filter((cell) => cell.is_current);
  const closedBefore = closed.filter((cell) => !cell.is_current);
  const { closingSoon, attention, noNextStep, ...figures } = openFigures(open, { scope, soon });
  return {
    asOf: now.toISOString(),
    period,
    ...figures,
    openBefore: openBefore(open, closedNow),
    stages: stageFigures(pipelines.items, scope, open),
    current: closedFigures(scope, period, closedNow),
    previous: { period: previous, ...closedFigures(scope, previous, closedBefore) },
    closingSoon: { ...closingSoon, deals: lists.closingSoon },
    noNextStep: { ...noNextStep, deals: lists.noNextStep },
    attention: { ...attention, deals: lists.attention },
    nextSteps: lists.nextSteps.filter((deal) => deal.nextStepOn !== null),
    byOwner: ownerFigures({ scope, period, week, open: owners, closed: closedNow, ...people }),
    recentActivities: lists.activities,
    recentChanges: lists.changes,
  };
}

type People = { names: Map<string, string>; activities: Map<string, number> };

async function readPeople(ctx: ActorContext, { ownerId }: Scope, week: Period): Promise<People> {
  const authorId = ownerId ? { authorId: ownerId } : {};
  const [names, cells] = await Promise.all([
    readNames(ctx),
    countActivities(ctx, { fromDay: week.from, toDay: week.to, ...authorId }, [week.from]),
  ]);
  const activities = new Map<string, number>();
  for (const cell of cells) activities.set(cell.created_by, (activities.get(cell.created_by) ?? 0) + cell.count);
  return { names, activities };
}

type Lists = {
  closingSoon: Deal[];
  attention: Deal[];
  noNextStep: Deal[];
  nextSteps: Deal[];
  activities: Dashboard['recentActivities'];
  changes: Dashboard['recentChanges'];
};

async function readLists(ctx: ActorContext, scope: Scope, soon: Period): Promise<Lists> {
  const closing = { ...scope, closeFrom: soon.from, closeTo: soon.to };
  const [closingSoon, attention, noNextStep, nextSteps, activities, changes] = await Promise.all([
    topOpenDeals(ctx, closing, { order: 'closingFirst', limit: RECENT }),
    topOpenDeals(ctx, { ...scope, attention: 'any' }, { order: 'largest', limit: RECENT }),
    topOpenDeals(ctx, { ...scope, attention: 'noNextStep' }, { order: 'largest', limit: RECENT }),
    topOpenDeals(ctx, scope, { order: 'nextStepFirst', limit: RECENT }),
    listRecentActivities(ctx, {
      limit: RECENT,
      authorId: scope.ownerId ?? (seesAll(ctx.actor) ? undefined : ctx.actor.userId),
    }),
    listRecentChanges(ctx, { limit: RECENT, ownerId: scope.ownerId }),
  ]);
  return { closingSoon, attention, noNextStep, nextSteps, activities, changes };
}
