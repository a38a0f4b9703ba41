import { listActivities } from '@aura/activities';
import type { ActorContext } from '@aura/api';
import { countOf, type Deal, type DealFigure, type DealFilter, listDeals, sumsOf, todayIn } from '@aura/deals';
import { AppError } from '@aura/kernel';
import { listPipelines, type Pipeline } from '@aura/pipelines';
import { listRecentChanges } from './changes.queries.ts';
import { addDays, monthOf, type Period, periodBefore, winRate } from './dashboard.ts';
import type { Dashboard, DashboardInput, Figure, OwnerFigure } from './dashboard.schema.ts';
import {
  type ClosedCell,
  countActivitiesByAuthor,
  type OpenCell,
  readClosedCells,
  readNames,
  readOpenCells,
  type Scope,
} from './figures.queries.ts';

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
  const overdueTo = addDays(today, -1);
  const of = (filter: DealFilter, cells: readonly DealFigure[]): Figure => figureOf({ ...scope, ...filter }, cells);
  const reason = (attention: DealFilter['attention'], cells: OpenCell[]): Figure =>
    of({ status: 'open', attention }, cells);
  return {
    asOf: now.toISOString(),
    period,
    open: of({ status: 'open' }, open),
    stages: stageFigures(pipelines.items, scope, open),
    current: closedFigures(
      scope,
      period,
      closed.filter((cell) => cell.is_current),
    ),
    previous: {
      period: previous,
      ...closedFigures(
        scope,
        previous,
        closed.filter((cell) => !cell.is_current),
      ),
    },
    closingSoon: {
      ...of(
        { status: 'open', closeFrom: soon.from, closeTo: soon.to },
        open.filter((cell) => cell.is_soon),
      ),
      deals: lists.closingSoon,
    },
    overdue: of(
      { status: 'open', closeTo: overdueTo },
      open.filter((cell) => cell.is_overdue),
    ),
    rotting: reason(
      'rotting',
      open.filter((cell) => cell.is_rotting),
    ),
    noNextStep: reason(
      'noNextStep',
      open.filter((cell) => cell.has_no_next_step),
    ),
    attention: { ...reason('any', open.filter(needsAttention)), deals: lists.attention },
    nextSteps: lists.nextSteps,
    byOwner: ownerFigures({ scope, period, open, closed: closed.filter((cell) => cell.is_current), ...people }),
    recentActivities: lists.activities,
    recentChanges: lists.changes,
  };
}

const needsAttention = (cell: OpenCell): boolean => cell.is_overdue || cell.is_rotting || cell.has_no_next_step;

export function figureOf(filter: DealFilter, cells: readonly DealFigure[]): Figure {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return { count: countOf(cells), sums: sumsOf(cells), filter: given };
}

/** Every open stage in its order, those without deals too. */
export function stageFigures(
  pipelines: readonly Pipeline[],
  scope: Scope,
  cells: readonly OpenCell[],
): Dashboard['stages'] {
  return pipelines
    .filter((pipeline) => !scope.pipelineId || pipeline.id === scope.pipelineId)
    .flatMap((pipeline) =>
      pipeline.stages
        .filter((stage) => stage.kind === 'open')
        .map((stage) => ({
          ...figureOf(
            { ...scope, pipelineId: pipeline.id, stageId: stage.id, status: 'open' },
            cells.filter((cell) => cell.stage_id === stage.id),
          ),
          stageId: stage.id,
          stageName: stage.name,
          pipelineId: pipeline.id,
          pipelineName: pipeline.name,
          color: stage.color,
          probability: stage.probability,
        })),
    );
}

function closedFigures(scope: Scope, { from, to }: Period, cells: readonly ClosedCell[]): Dashboard['current'] {
  const of = (status: 'won' | 'lost'): Figure =>
    figureOf(
      { ...scope, status, closeFrom: from, closeTo: to },
      cells.filter((cell) => cell.status === status),
    );
  const [won, lost] = [of('won'), of('lost')];
  return { won, lost, winRate: winRate(won.count, lost.count) };
}

type ByOwner = {
  scope: Scope;
  period: Period;
  open: OpenCell[];
  closed: ClosedCell[];
  names: Map<string, string>;
  activities: Map<string, number>;
};

function ownerFigures({ scope, period, open, closed, names, activities }: ByOwner): OwnerFigure[] {
  const ownerIds = [...new Set([...open, ...closed].map((cell) => cell.owner_id))];
  const nameOf = (id: string): string => names.get(id) ?? '';
  return ownerIds
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
    .map((ownerId) => {
      const own = open.filter((cell) => cell.owner_id === ownerId);
      const ownScope = { ...scope, ownerId };
      return {
        ownerId,
        ownerName: names.get(ownerId) ?? null,
        open: figureOf({ ...ownScope, status: 'open' }, own),
        attention: figureOf({ ...ownScope, status: 'open', attention: 'any' }, own.filter(needsAttention)),
        ...closedFigures(
          ownScope,
          period,
          closed.filter((cell) => cell.owner_id === ownerId),
        ),
        activities7d: activities.get(ownerId) ?? 0,
      };
    });
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
