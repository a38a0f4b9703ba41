import { type ActivityCell, countActivities } from '@aura/activities';
import type { ActorContext } from '@aura/api';
import { seesAll } from '@aura/kernel';
import type { ActivityCounts, ActivityReport, ActivityReportInput } from './activity-report.schema.ts';
import type { ActivityFilter } from './figure.schema.ts';
import { monthOf, type Period, weeksIn } from './period.ts';
import { toCsv } from './report-csv.ts';
import { readAsked, readNames } from './report-scope.queries.ts';

const YEAR_DAYS = 372;

/** Who did how much, week by week. This month, unless a period is given; a rep's is about what they did themselves, unless a colleague is named. */
export async function readActivityReport(ctx: ActorContext, input: ActivityReportInput): Promise<ActivityReport> {
  const { scope, period, asOf } = await readAsked(ctx, input, { usual: monthOf, daysMax: YEAR_DAYS });
  const authorId = scope.ownerId ?? (seesAll(ctx.actor) ? undefined : ctx.actor.userId);
  const all = { fromDay: period.from, toDay: period.to, ...(authorId ? { authorId } : {}) };
  const weeks = weeksIn(period).map((week) => ({ period: week, filter: { ...all, ...daysFilter(week) } }));
  const starts = weeks.map((week) => week.period.from);
  const [cells, names] = await Promise.all([countActivities(ctx, all, starts), readNames(ctx)]);
  const inWeek = Map.groupBy(cells, (cell) => cell.span);
  const byMember = [...Map.groupBy(cells, (cell) => cell.created_by)]
    .map(([userId, own]) => ({ userId, name: names.get(userId) ?? null, own }))
    .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
  return {
    asOf,
    period,
    total: countsOf(all, cells),
    weeks: weeks.map((week, place) => ({ period: week.period, ...countsOf(week.filter, inWeek.get(place) ?? []) })),
    members: byMember.map(({ userId, name, own }) => ({
      userId,
      name,
      ...countsOf({ ...all, authorId: userId }, own),
    })),
    rows: byMember.flatMap(({ userId, own }) => {
      const ownWeeks = [...Map.groupBy(own, (cell) => cell.span)].toSorted(([first], [second]) => first - second);
      return ownWeeks.map(([week, found]) => ({ userId, week, ...countsByType(found) }));
    }),
  };
}

const daysFilter = ({ from, to }: Period): ActivityFilter => ({ fromDay: from, toDay: to });

const countsOf = (filter: ActivityFilter, cells: readonly ActivityCell[]): ActivityCounts => ({
  filter,
  ...countsByType(cells),
});

function countsByType(cells: readonly ActivityCell[]): Omit<ActivityCounts, 'filter'> {
  const counts = { call: 0, email: 0, meeting: 0, note: 0, total: 0 };
  for (const { type, count } of cells) {
    counts[type] += count;
    counts.total += count;
  }
  return counts;
}

export function activityReportCsv({ rows, weeks, members }: ActivityReport): string {
  const names = new Map(members.map(({ userId, name }) => [userId, name]));
  return toCsv(
    ['Member', 'Week from', 'To', 'Calls', 'E-mails', 'Meetings', 'Notes', 'Total'],
    rows.map(({ userId, week, call, email, meeting, note, total }) => [
      names.get(userId) ?? null,
      weeks[week]?.period.from ?? null,
      weeks[week]?.period.to ?? null,
      ...[call, email, meeting, note, total],
    ]),
  );
}
