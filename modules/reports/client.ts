'use client';

export type { ActivityFilter, DealCount, Figure } from './figure.schema.ts';
export type { Period } from './period.ts';
export { NumberLink } from './ui/count-link.tsx';
export { DealLine } from './ui/deal-line.tsx';
export { activitiesHref, dealHref, dealsHref } from './ui/deals-href.ts';
export { changeInWords, dealsText, type Measure, sizeOf, sumsText } from './ui/figure-text.ts';
export { ForecastChart } from './ui/forecast-report.tsx';
export { ReportFilters } from './ui/report-filters.tsx';
export { ReportScreen } from './ui/report-screen.tsx';
export { beforeText, periodOfView, type ReportView, reportInputOf, useReportView, useToday } from './ui/report-view.ts';
export { StageBars } from './ui/stage-bars.tsx';
export { useReportsApi } from './ui/use-reports-api.ts';
