import { MoneyText } from '@aura/ui/money-text';
import { StageGlyph } from '@aura/ui/stage-glyph';
import type { ReactNode } from 'react';

type Line = { stage: string; outcome: 'open' | 'won'; position: number; count: number; amount: string; share: string };

const lines: readonly Line[] = [
  { stage: 'New', outcome: 'open', position: 0, count: 9, amount: '37400.00', share: 'w-[44%]' },
  { stage: 'Qualified', outcome: 'open', position: 1, count: 6, amount: '48200.00', share: 'w-[57%]' },
  { stage: 'Proposal', outcome: 'open', position: 2, count: 4, amount: '63750.00', share: 'w-[76%]' },
  { stage: 'Negotiation', outcome: 'open', position: 3, count: 2, amount: '57300.00', share: 'w-[68%]' },
  { stage: 'Won', outcome: 'won', position: 4, count: 5, amount: '84100.00', share: 'w-full' },
];

/** The stages as lines of a ledger: glyph, name, bar, count, figure. */
export function PipelineVignette(): ReactNode {
  return (
    <div className="rounded-panel border border-line bg-surface">
      {lines.map((line) => (
        <div
          key={line.stage}
          className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 sm:h-12 sm:py-0 sm:grid-cols-[8.5rem_1fr_2rem_6rem]"
        >
          <span className="flex items-center gap-2.5 font-medium">
            <StageGlyph outcome={line.outcome} position={line.position} count={4} />
            {line.stage}
          </span>
          <span className="h-3 bg-sunken max-sm:order-last max-sm:col-span-2">
            <span className={`block h-full ${line.outcome === 'won' ? 'bg-primary' : 'bg-c4'} ${line.share}`} />
          </span>
          <span className="hidden text-end text-muted tabular-nums sm:block">{line.count}</span>
          <span className="text-end">
            <MoneyText value={{ amount: line.amount, currency: 'USD' }} />
          </span>
        </div>
      ))}
    </div>
  );
}
