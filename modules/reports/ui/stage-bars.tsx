'use client';

import { BarList } from '@aura/ui/bar-list';
import { Link } from '@aura/ui/link';
import { StageGlyph } from '@aura/ui/stage-glyph';
import type { ReactNode } from 'react';
import type { Figure, StageFigure } from '../figure.schema.ts';
import { dealsHref } from './deals-href.ts';
import { dealsText, sizeOf, sumsText } from './figure-text.ts';

export type StageBarsProps = { stages: readonly StageFigure[]; open: Figure; hasTableBelow?: boolean };

/** The open pipeline by stage. In one currency the bars are value; in several they are counts, which do add up. */
export function StageBars({ stages, open, hasTableBelow }: StageBarsProps): ReactNode {
  const [only, ...others] = open.sums;
  const isValue = only !== undefined && others.length === 0;
  const isSeveralPipelines = new Set(stages.map(({ pipelineId }) => pipelineId)).size > 1;
  const bars = stages.map((stage, index) => ({
    id: stage.stageId,
    label: (
      <span className="inline-flex min-w-0 items-center gap-2">
        <StageGlyph outcome="open" position={index} count={stages.length} />
        <Link
          href={dealsHref(stage.filter)}
          className="min-h-6 min-w-0 truncate py-0.5 underline-offset-3 hover:underline"
        >
          {isSeveralPipelines ? `${stage.pipelineName}: ` : ''}
          {stage.stageName}
        </Link>
      </span>
    ),
    value: isValue ? sizeOf(stage.sums, 'amount', only.currency) : stage.count,
    text:
      stage.count === 0
        ? 'No deals'
        : `${dealsText(stage.count)} · ${sumsText(stage.sums, 'amount')} · ${sumsText(stage.sums, 'weighted')} weighted`,
  }));
  return (
    <BarList
      caption={captionOf({ stages, open }, isValue)}
      {...(hasTableBelow ? { hasTableBelow } : {})}
      bars={bars}
      columns={['Stage', 'Deals, value, weighted']}
      emptyText="No open deals."
    />
  );
}

function captionOf({ stages, open }: StageBarsProps, isValue: boolean): string {
  const currency = open.sums[0]?.currency ?? '';
  const measure = (stage: StageFigure): number => (isValue ? sizeOf(stage.sums, 'amount', currency) : stage.count);
  const total = stages.reduce((sum, stage) => sum + measure(stage), 0);
  const most = stages.toSorted((a, b) => measure(b) - measure(a))[0];
  if (!most || total === 0) return 'No open deals.';
  const share = Math.round((measure(most) / total) * 100);
  return `${most.stageName} holds ${share}% of ${isValue ? 'open value' : 'open deals'}.`;
}
