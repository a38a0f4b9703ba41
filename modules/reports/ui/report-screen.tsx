'use client';

import type { ReactNode } from 'react';
import type { ReportName } from '../report-names.ts';
import { ActivityReport } from './activity-report.tsx';
import { ConversionReport } from './conversion-report.tsx';
import { ForecastReport } from './forecast-report.tsx';
import { LostReasonsReport } from './lost-reasons-report.tsx';
import { PipelineReport } from './pipeline-report.tsx';

const screens: Readonly<Record<ReportName, (props: { isRep: boolean }) => ReactNode>> = {
  pipeline: PipelineReport,
  forecast: ForecastReport,
  conversion: ConversionReport,
  activity: ActivityReport,
  'lost-reasons': LostReasonsReport,
};

/** One of the five reports. */
export function ReportScreen({ report, isRep }: { report: ReportName; isRep: boolean }): ReactNode {
  const Screen = screens[report];
  return <Screen isRep={isRep} />;
}
