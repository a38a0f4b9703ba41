export const reportNames = ['pipeline', 'forecast', 'conversion', 'activity', 'lost-reasons'] as const;
export type ReportName = (typeof reportNames)[number];

type Words = { tab: string; question: string };

/** Each report answers one question. */
export const reportWords: Readonly<Record<ReportName, Words>> = {
  pipeline: { tab: 'Pipeline', question: 'What is in the pipeline?' },
  forecast: { tab: 'Forecast', question: 'What will close, and when?' },
  conversion: { tab: 'Conversion', question: 'Where do deals stop?' },
  activity: { tab: 'Activity', question: 'Who talked to customers?' },
  'lost-reasons': { tab: 'Lost reasons', question: 'Why do we lose deals?' },
};

export const isReportName = (name: string): name is ReportName => (reportNames as readonly string[]).includes(name);
