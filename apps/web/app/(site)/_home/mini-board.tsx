import { Avatar } from '@aura/ui/avatar';
import { MoneyText } from '@aura/ui/money-text';
import { NextStepRail, NextStepText } from '@aura/ui/next-step-rail';
import { StageGlyph } from '@aura/ui/stage-glyph';
import type { ReactNode } from 'react';
import { type SampleColumn, type SampleDeal, sampleBoard } from './sample-board.ts';

/** The product itself, drawn by its own parts, inert: no picture, no script, sharp on any screen. */
export function MiniBoard(): ReactNode {
  return (
    <figure className="min-w-0">
      <div
        aria-hidden
        className="grid gap-px overflow-hidden rounded-panel border border-line bg-line select-none sm:grid-cols-3"
      >
        {sampleBoard.map((column, index) => (
          <Column key={column.stage} column={column} isOnPhone={index === 1} />
        ))}
      </div>
      <figcaption className="pt-3 pb-1 text-small text-muted">
        The board: what each deal is worth, where it stands, and what happens next. The left edge says whether a next
        step is planned, due today, overdue or missing.
      </figcaption>
    </figure>
  );
}

function Column({ column, isOnPhone }: { column: SampleColumn; isOnPhone: boolean }): ReactNode {
  const { stage, position, count, total, deals } = column;
  return (
    <div className={`flex-col bg-canvas ${isOnPhone ? 'flex' : 'hidden sm:flex'}`}>
      <div className="flex flex-wrap items-center gap-x-2 border-b border-line px-3 py-2.5">
        <StageGlyph outcome="open" position={position} count={4} />
        <span className="text-h3">{stage}</span>
        <span className="text-small text-muted tabular-nums">{count}</span>
        <span className="ms-auto text-small">
          <MoneyText value={{ amount: total, currency: 'USD' }} precision="compact" />
        </span>
      </div>
      <div className="flex flex-1 flex-col gap-2 p-2">
        {deals.map((deal) => (
          <Card key={deal.name} deal={deal} />
        ))}
      </div>
    </div>
  );
}

function Card({ deal }: { deal: SampleDeal }): ReactNode {
  return (
    <div className="relative overflow-hidden rounded-control border border-line bg-surface py-3 ps-4 pe-3">
      <NextStepRail state={deal.state} />
      <p className="truncate text-h3">{deal.name}</p>
      <p className="truncate text-small text-muted">{deal.organization}</p>
      <p className="mt-2 flex items-center justify-between gap-2">
        <MoneyText value={{ amount: deal.amount, currency: 'USD' }} className="text-body-lg" />
        <Avatar name={deal.owner} size="sm" />
      </p>
      <p className="mt-2 border-t border-line pt-2">
        <NextStepText state={deal.state}>{deal.step}</NextStepText>
      </p>
    </div>
  );
}
