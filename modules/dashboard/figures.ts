import { countOf, type DealFigure, type DealFilter, sumsOf } from '@aura/deals';
import type { Pipeline } from '@aura/pipelines';
import type { Dashboard, Figure, OwnerFigure } from './dashboard.schema.ts';
import { addDays, type Period, winRate } from './dashboard.ts';
import type { ClosedCell, OpenCell, Scope } from './figures.queries.ts';

const needsAttention = (cell: OpenCell): boolean => cell.is_overdue || cell.is_rotting || cell.has_no_next_step;

export function figureOf(filter: DealFilter, cells: readonly DealFigure[]): Figure {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return { count: countOf(cells), sums: sumsOf(cells), filter: given };
}

type OpenFigures = Record<'open' | 'closingSoon' | 'overdue' | 'rotting' | 'noNextStep' | 'attention', Figure>;

/** What is open and what of it needs a look; each with the filter of the list that shows the same. */
export function openFigures(cells: readonly OpenCell[], { scope, soon }: { scope: Scope; soon: Period }): OpenFigures {
  const of = (filter: DealFilter, is: (cell: OpenCell) => boolean): Figure =>
    figureOf({ ...scope, status: 'open', ...filter }, cells.filter(is));
  return {
    open: of({}, () => true),
    closingSoon: of({ closeFrom: soon.from, closeTo: soon.to }, (cell) => cell.is_soon),
    overdue: of({ closeTo: addDays(soon.from, -1) }, (cell) => cell.is_overdue),
    rotting: of({ attention: 'rotting' }, (cell) => cell.is_rotting),
    noNextStep: of({ attention: 'noNextStep' }, (cell) => cell.has_no_next_step),
    attention: of({ attention: 'any' }, needsAttention),
  };
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

export function closedFigures(scope: Scope, { from, to }: Period, cells: readonly ClosedCell[]): Dashboard['current'] {
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

export function ownerFigures({ scope, period, open, closed, names, activities }: ByOwner): OwnerFigure[] {
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
