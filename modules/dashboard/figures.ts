import type { DealFilter } from '@aura/deals';
import {
  type ActivityFilter,
  addDays,
  type ClosedCell,
  closedFigures,
  type Figure,
  figureOf,
  type OpenCell,
  type OwnerCell,
  type Period,
  type Scope,
} from '@aura/reports';
import type { Dashboard, OwnerFigure } from './dashboard.schema.ts';

const needsAttention = (cell: OpenCell): boolean => cell.is_overdue || cell.is_rotting || cell.has_no_next_step;

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

/** What was open when the period began, at today's values: still open, or closed since. */
export function openBefore(open: readonly OpenCell[], closed: readonly ClosedCell[]): Dashboard['openBefore'] {
  const { count, sums } = figureOf(
    {},
    [...open, ...closed].filter((cell) => cell.is_older),
  );
  return { count, sums };
}

type ByOwner = {
  scope: Scope;
  period: Period;
  week: Period;
  open: OwnerCell[];
  closed: ClosedCell[];
  names: Map<string, string>;
  activities: Map<string, number>;
};

export function ownerFigures({ scope, period, week, open, closed, names, activities }: ByOwner): OwnerFigure[] {
  const openOf = Map.groupBy(open, (cell) => cell.owner_id);
  const closedOf = Map.groupBy(closed, (cell) => cell.owner_id);
  const nameOf = (id: string): string => names.get(id) ?? '';
  return [...new Set([...openOf.keys(), ...closedOf.keys()])]
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
    .map((ownerId) => {
      const own = openOf.get(ownerId) ?? [];
      const ownScope = { ...scope, ownerId };
      const activityFilter: ActivityFilter = { authorId: ownerId, fromDay: week.from, toDay: week.to };
      return {
        ownerId,
        ownerName: names.get(ownerId) ?? null,
        open: figureOf({ ...ownScope, status: 'open' }, own),
        attention: figureOf(
          { ...ownScope, status: 'open', attention: 'any' },
          own.filter((cell) => cell.needs_attention),
        ),
        ...closedFigures(ownScope, period, closedOf.get(ownerId) ?? []),
        activities7d: activities.get(ownerId) ?? 0,
        activityFilter,
      };
    });
}
