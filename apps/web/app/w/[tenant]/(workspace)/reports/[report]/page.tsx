import { isReportName, reportWords } from '@aura/reports';
import { ReportScreen } from '@aura/reports/client';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { requireVisitor } from '../../../../../../shell/door.ts';

type ReportPageProps = { params: Promise<{ report: string }> };

export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  const { report } = await params;
  return { title: isReportName(report) ? `${reportWords[report].tab} · Reports` : 'Reports' };
}

export default async function ReportPage({ params }: ReportPageProps): Promise<ReactNode> {
  const { report } = await params;
  const { actor } = await requireVisitor();
  if (!isReportName(report)) notFound();
  return <ReportScreen report={report} isRep={actor.role === 'sales_rep'} />;
}
