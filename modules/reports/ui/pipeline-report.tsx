'use client';

import type { Deal } from '@aura/deals/client';
import { Button } from '@aura/ui/button';
import { type Column, DataTable } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import { toast } from '@aura/ui/toast';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link2, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PipelineReport as Report } from '../pipeline-report.schema.ts';
import { CountLink, SumLines } from './count-link.tsx';
import { DealLine } from './deal-line.tsx';
import { dealsText, sumsText } from './figure-text.ts';
import { ChartAndTable, ReportFrame } from './report-frame.tsx';
import { useReportView } from './report-view.ts';
import { StageBars } from './stage-bars.tsx';
import { useReportsApi } from './use-reports-api.ts';

/** F16.2: a pipeline as it stands, for a meeting: on the screen, on one sheet of paper, or as a link. */
export function PipelineReport({ isRep }: { isRep: boolean }): ReactNode {
  const [view, setView] = useReportView('month');
  const input = {
    ...(view.pipelineId ? { pipelineId: view.pipelineId } : {}),
    ...(view.ownerId ? { ownerId: view.ownerId } : {}),
  };
  const query = useQuery(useReportsApi().reports.pipeline.queryOptions(input, { placeholderData: keepPreviousData }));
  const filters = { view, setView, periods: [], hasOwner: !isRep };
  return (
    <ReportFrame report="pipeline" query={query} input={input} filters={filters} actions={<Sharing />}>
      {(data) => (
        <>
          <p className="text-body text-ink">
            <b className="font-semibold">{data.pipelineName}</b>: {openText(data.open)}
          </p>
          <ChartAndTable chart={<StageBars stages={data.stages} open={data.open} hasTableBelow />}>
            <DataTable
              caption="Pipeline by stage"
              columns={columns}
              rows={data.stages}
              rowKey={({ stageId }) => stageId}
              rowLabel={({ stageName }) => stageName}
              scroll="page"
            />
            <div className="grid items-start gap-6 lg:grid-cols-3 print:grid-cols-3 print:gap-4">
              <Deals title="Largest" deals={data.largest} />
              <Deals
                title="Longest in their stage"
                deals={data.longestInStage}
                note={(deal) => (
                  <>
                    Since <DateText value={deal.stageEnteredAt} />
                  </>
                )}
              />
              <Deals
                title="Closing in the next 14 days"
                deals={data.closingSoon.deals}
                note={(deal) => (
                  <>
                    Expected <DateText value={deal.closeDate} />
                  </>
                )}
              />
            </div>
          </ChartAndTable>
        </>
      )}
    </ReportFrame>
  );
}

function Sharing(): ReactNode {
  return (
    <>
      <Button className="print:hidden" icon={<Printer aria-hidden />} onClick={() => window.print()}>
        Print
      </Button>
      <Button className="print:hidden" icon={<Link2 aria-hidden />} onClick={() => void copyLink()}>
        Copy link
      </Button>
    </>
  );
}

/** The address as it is, filters and all; whoever opens it sees what they may see. */
async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toast({ title: 'Link copied', description: 'Each reader in this workspace sees the deals that they may see.' });
  } catch {
    toast({ title: "Couldn't copy the link. Copy the address of the page instead.", tone: 'danger' });
  }
}

function openText({ count, sums }: Report['open']): string {
  if (count === 0) return 'no open deals.';
  return `${dealsText(count)} open, ${sumsText(sums, 'amount')}, ${sumsText(sums, 'weighted')} weighted.`;
}

type Stage = Report['stages'][number];

const columns: readonly Column<Stage>[] = [
  { id: 'stage', header: 'Stage', cell: ({ stageName }) => stageName },
  {
    id: 'deals',
    header: 'Deals',
    align: 'end',
    cell: (stage) => <CountLink figure={stage} what={`deals, ${stage.stageName}`} />,
  },
  { id: 'value', header: 'Value', align: 'end', cell: ({ sums }) => <SumLines sums={sums} measure="amount" /> },
  { id: 'weighted', header: 'Weighted', align: 'end', cell: ({ sums }) => <SumLines sums={sums} measure="weighted" /> },
  {
    id: 'rotting',
    header: 'Too long in stage',
    align: 'end',
    cell: ({ rotting }) => (rotting === 0 ? <span className="text-muted">0</span> : rotting.toLocaleString('en-US')),
    card: 'more',
  },
  {
    id: 'days',
    header: 'Average days',
    align: 'end',
    cell: ({ averageDays }) => averageDays ?? <span className="text-muted">—</span>,
    card: 'more',
  },
];

type DealsProps = { title: string; deals: readonly Deal[]; note?: (deal: Deal) => ReactNode };

function Deals({ title, deals, note }: DealsProps): ReactNode {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="border-b border-line pb-1.5 text-h3">{title}</h2>
      {deals.length === 0 ? <p className="py-2.5 text-muted">None.</p> : null}
      <ul>
        {deals.map((deal) => (
          <DealLine
            key={deal.id}
            deal={deal}
            note={note ? <span className="block text-small text-muted">{note(deal)}</span> : null}
          />
        ))}
      </ul>
    </section>
  );
}
