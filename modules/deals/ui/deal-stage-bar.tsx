'use client';

import { Avatar } from '@aura/ui/avatar';
import { Button } from '@aura/ui/button';
import { MoneyText } from '@aura/ui/money-text';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { useDealActions } from './deal-actions-context.ts';
import { readOnlyReason } from './deal-inline-edits.tsx';
import { DealProblemNote } from './deal-problem-note.tsx';
import { DealStage } from './deal-stage.tsx';

/** Where the deal stands, what it is worth, whose it is, and the way to close it; stays in sight while scrolling. */
export function DealStageBar({ deal }: { deal: Deal }): ReactNode {
  const { problemOf } = useDealActions();
  const problem = problemOf(deal.id);
  return (
    <div className="z-10 -mx-4 mb-4 flex flex-col gap-2 border-b border-line bg-canvas px-4 pb-2 sm:sticky sm:top-13 sm:-mx-6 sm:px-6 sm:pt-1">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div data-deal-stages="" className="min-w-0 flex-[1_1_20rem] has-[li:nth-child(6)]:basis-full">
          <DealStage deal={deal} />
        </div>
        <div className="flex flex-wrap items-center gap-2 max-sm:*:first:-ms-3.5 max-sm:[&>span:first-child>button]:-ms-3.5">
          <ValueButton deal={deal} />
          <OwnerButton deal={deal} />
          <ClosingButtons deal={deal} />
        </div>
      </div>
      {problem ? <DealProblemNote deal={deal} problem={problem} /> : null}
    </div>
  );
}

function ValueButton({ deal }: { deal: Deal }): ReactNode {
  const { open } = useDealActions();
  const money = deal.amount === null ? null : { amount: deal.amount, currency: deal.currency };
  const isSummed = deal.amountSource === 'items';
  return (
    <Button
      variant="ghost"
      data-deal-action="value"
      disabledReason={isSummed ? 'The value is the sum of the line items' : readOnlyReason(deal)}
      onClick={(event) => open('value', deal, event.currentTarget)}
    >
      {money ? <MoneyText value={money} className="text-h3" /> : 'Add value'}
      <span className="sr-only">, value, change</span>
    </Button>
  );
}

function OwnerButton({ deal }: { deal: Deal }): ReactNode {
  const { open } = useDealActions();
  const name = deal.ownerName ?? 'Unknown';
  return (
    <Button
      variant="ghost"
      data-deal-action="owner"
      aria-haspopup="menu"
      icon={<Avatar name={name} size="sm" />}
      disabledReason={deal.abilities.changeOwner ? null : 'Only managers change the owner'}
      onClick={(event) => open('owner', deal, event.currentTarget)}
    >
      <span className="max-w-36 truncate">{name}</span>
      <span className="sr-only">, owner, change</span>
    </Button>
  );
}

function ClosingButtons({ deal }: { deal: Deal }): ReactNode {
  const { open } = useDealActions();
  const blocked = readOnlyReason(deal);
  if (deal.status !== 'open')
    return (
      <Button
        data-deal-action="move"
        icon={<RotateCcw aria-hidden />}
        disabledReason={blocked}
        onClick={(event) => open('move', deal, event.currentTarget)}
      >
        Reopen
      </Button>
    );
  return (
    <>
      <Button
        data-deal-action="won"
        icon={<StageGlyph outcome="won" />}
        disabledReason={blocked}
        onClick={(event) => open('won', deal, event.currentTarget)}
      >
        Won
      </Button>
      <Button
        data-deal-action="lost"
        icon={<StageGlyph outcome="lost" />}
        disabledReason={blocked}
        onClick={(event) => open('lost', deal, event.currentTarget)}
      >
        Lost
      </Button>
    </>
  );
}
