export { type ClosedCell, readClosedCells } from './closed-cells.queries.ts';
export {
  type ActivityFilter,
  activityFilter,
  type ClosedFigures,
  closedFigures as closedFiguresOutput,
  type DealCount,
  type Figure,
  figure,
  periodOutput,
  type Scope,
  stageFigure,
} from './figure.schema.ts';
export { closedFigures, figureOf, stageFigures } from './figures.ts';
export { type OpenCell, type OwnerCell, readOpenCells } from './open-cells.queries.ts';
export { addDays, firstIdAt, monthOf, type Period, periodBefore, soonFrom, winRate } from './period.ts';
export { isReportName, reportWords } from './report-names.ts';
export { periodOf, readNames } from './report-scope.queries.ts';
