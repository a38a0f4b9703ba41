import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import type { DealFilter } from '@aura/deals';
import type { Figure, ReportInput } from './figure.schema.ts';
import { figureOf } from './figures.ts';
import type { Forecast } from './forecast.schema.ts';
import { FORECAST_BANDS, forecastBands } from './forecast.ts';
import { type ForecastCell, readForecastCells } from './open-cells.queries.ts';
import { addDays, monthsFrom, monthsIn, type Period } from './period.ts';
import { sumRows, toCsv } from './report-csv.ts';
import { readAsked } from './report-scope.queries.ts';

const MONTHS = 6;
const NEVER = 'infinity';

/** What is expected to close, month by month. Half a year from this month on, unless a period is given. */
export async function readForecast(ctx: ActorContext, input: ReportInput): Promise<Forecast> {
  const { scope, period, asOf } = await readAsked(ctx, input, { usual: (today) => monthsFrom(today, MONTHS) });
  const { committed, best } = FORECAST_BANDS;
  const band = sql<string>`case when deal.probability >= ${committed.minProbability}::int then 'committed'
    when deal.probability >= ${best.minProbability}::int then 'best' else 'pipeline' end`;
  const cells = await readForecastCells(ctx, scope, band);
  const of = (filter: DealFilter, is: (cell: ForecastCell) => boolean): Figure =>
    figureOf({ ...scope, status: 'open', ...filter }, cells.filter(is));
  const within = ({ from, to }: Period) => {
    const days = { closeFrom: from, closeTo: to };
    const isIn = ({ day }: ForecastCell): boolean => from <= day && day <= to;
    const [sure, likely, open] = forecastBands.map((name) =>
      of({ ...days, ...FORECAST_BANDS[name] }, (cell) => isIn(cell) && cell.band === name),
    ) as [Figure, Figure, Figure];
    return { committed: sure, best: likely, pipeline: open, total: of(days, isIn) };
  };
  return {
    asOf,
    period,
    months: monthsIn(period).map((month) => ({ period: month, ...within(month) })),
    ...within(period),
    earlier: of({ closeTo: addDays(period.from, -1) }, ({ day }) => day < period.from),
    later: of({ closeFrom: addDays(period.to, 1) }, ({ day }) => day > period.to && day !== NEVER),
    undated: of({ noCloseDate: true }, ({ day }) => day === NEVER),
  };
}

export function forecastCsv({ months, earlier, later, undated }: Forecast): string {
  return toCsv(
    ['From', 'To', 'Forecast', 'Deals', 'Currency', 'Amount', 'Weighted'],
    [
      ...months.flatMap((month) => forecastBands.flatMap((band) => rowsOf(month[band], band, month.period))),
      ...rowsOf(earlier, 'earlier'),
      ...rowsOf(later, 'later'),
      ...rowsOf(undated, 'without a close date'),
    ],
  );
}

const rowsOf = (figure: Figure, name: string, { from, to }: Period = { from: '', to: '' }) =>
  sumRows(figure.sums).map((sum) => [from, to, name, ...sum]);
