'use client';

import { Avatar } from '@aura/ui/avatar';
import { Badge } from '@aura/ui/badge';
import { formatDate } from '@aura/ui/format-date';
import { Link } from '@aura/ui/link';
import { MoneyText } from '@aura/ui/money-text';
import { NextStepRail, NextStepText } from '@aura/ui/next-step-rail';
import { rowPress } from '@aura/ui/row-press';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { Tooltip } from '@aura/ui/tooltip';
import { GripVertical, Hourglass, Phone } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { useDealActions } from './deal-actions-context.ts';
import { dealPath } from './deal-paths.ts';
import { DealProblemNote } from './deal-problem-note.tsx';
import { daysSince, nextStepState } from './next-step.ts';
import { useNow, useToday } from './use-today.ts';

type DealCardProps = { deal: Deal; isNew?: boolean; isDragged?: boolean };

/** A deal on the board: a link with buttons above it, never a button itself. */
export const DealCard = memo(function DealCard({ deal, isNew = false, isDragged = false }: DealCardProps): ReactNode {
  const titleId = `deal-${deal.id}`;
  const { problemOf, peek } = useDealActions();
  const problem = problemOf(deal.id);
  const look = problem
    ? 'border-dashed border-danger'
    : isNew
      ? 'border-primary shadow-[0_0_0_2px_var(--primary)]'
      : 'border-line';
  return (
    <article
      aria-labelledby={titleId}
      data-deal={deal.id}
      {...rowPress(peek && (() => peek(deal.id)))}
      className={`group/card relative flex cursor-pointer touch-manipulation flex-col gap-1.5 overflow-hidden rounded-panel border bg-surface py-2.5 ps-4 pe-2 hover:border-control ${look} ${isDragged ? 'cursor-grabbing shadow-float' : ''}`}
    >
      <NextStepRail state={nextStepState(deal, useToday())} />
      <div className="flex items-start gap-1">
        <h3 className="min-w-0 flex-1 text-h3 wrap-anywhere">
          <Link
            id={titleId}
            href={dealPath(deal.id)}
            draggable={false}
            data-deal-link=""
            className="line-clamp-3 underline-offset-3 hover:underline"
          >
            {deal.name}
          </Link>
        </h3>
        <Grip deal={deal} />
      </div>
      {deal.organizationName ? <p className="truncate text-small text-muted">{deal.organizationName}</p> : null}
      <div className="flex items-center justify-between gap-2">
        <ValueButton deal={deal} />
        {deal.isRotting ? <StageAge deal={deal} /> : null}
        <OwnerButton deal={deal} />
      </div>
      <CardFoot deal={deal} />
      {problem ? <DealProblemNote deal={deal} problem={problem} /> : null}
    </article>
  );
});

function Grip({ deal }: { deal: Deal }): ReactNode {
  const { open } = useDealActions();
  return (
    <button
      type="button"
      aria-haspopup="menu"
      data-deal-grip=""
      aria-label={`Move ${deal.name}, now in ${deal.stageName}`}
      aria-disabled={deal.abilities.update ? undefined : true}
      title={deal.abilities.update ? undefined : 'You can view but not move this deal'}
      onClick={(event) => (deal.abilities.update ? open('move', deal, event.currentTarget) : undefined)}
      className="relative -me-0.5 -my-1 grid size-7 shrink-0 cursor-grab touch-none place-items-center rounded-control text-subtle hover:bg-sunken hover:text-ink pointer-coarse:size-11"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
}

function ValueButton({ deal }: { deal: Deal }): ReactNode {
  const { open } = useDealActions();
  const isSummed = deal.amountSource === 'items';
  const blocked = !deal.abilities.update
    ? 'You can view but not change this deal'
    : isSummed
      ? 'The sum of its line items'
      : undefined;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-deal-value=""
      aria-disabled={blocked ? true : undefined}
      title={blocked}
      onClick={(event) => (blocked ? undefined : open('value', deal, event.currentTarget))}
      className="relative -ms-1.5 inline-flex min-h-7 min-w-0 items-center rounded-control px-1.5 hover:bg-sunken aria-disabled:cursor-default aria-disabled:hover:bg-transparent pointer-coarse:min-h-11"
    >
      {deal.amount === null ? (
        <span className="text-small text-muted">No value</span>
      ) : (
        <MoneyText value={{ amount: deal.amount, currency: deal.currency }} className="truncate" />
      )}
      <span className="sr-only">{blocked ? `, value. ${blocked}` : ', value, change'}</span>
    </button>
  );
}

function OwnerButton({ deal }: { deal: Deal }): ReactNode {
  const { open } = useDealActions();
  const name = deal.ownerName ?? 'Unknown';
  const canChange = deal.abilities.changeOwner;
  const button = (
    <button
      type="button"
      tabIndex={-1}
      data-deal-owner=""
      aria-haspopup={canChange ? 'menu' : undefined}
      aria-disabled={canChange ? undefined : true}
      onClick={(event) => (canChange ? open('owner', deal, event.currentTarget) : undefined)}
      className="relative grid size-8 shrink-0 place-items-center rounded-full hover:bg-sunken aria-disabled:cursor-default aria-disabled:hover:bg-transparent pointer-coarse:size-11"
    >
      <Avatar name={name} size="sm" />
      <span className="sr-only">
        Owner {name}
        {canChange ? ', change' : '. Only managers change the owner'}
      </span>
    </button>
  );
  return <Tooltip content={canChange ? name : `${name}. Only managers change the owner`}>{button}</Tooltip>;
}

function StageAge({ deal }: { deal: Deal }): ReactNode {
  const days = daysSince(deal.stageEnteredAt, useNow());
  return (
    <Badge tone="warn" icon={<Hourglass aria-hidden />} className="ms-auto shrink-0">
      {days} d in stage
    </Badge>
  );
}

function CardFoot({ deal }: { deal: Deal }): ReactNode {
  const { open, canLog } = useDealActions();
  const state = nextStepState(deal, useToday());
  const on = deal.nextStepOn ? formatDate(deal.nextStepOn, 'day-month') : null;
  if (deal.status !== 'open')
    return (
      <p className="flex items-center gap-1.5 text-small text-muted">
        <StageGlyph outcome={deal.status} />
        {deal.status === 'won' ? 'Won' : 'Lost'}
        {deal.closeDate ? ` · closed ${formatDate(deal.closeDate)}` : null}
      </p>
    );
  return (
    <div className="flex min-w-0 items-center justify-between gap-1">
      <button
        type="button"
        tabIndex={-1}
        data-deal-step=""
        aria-disabled={deal.abilities.update ? undefined : true}
        onClick={(event) => (deal.abilities.update ? open('nextStep', deal, event.currentTarget) : undefined)}
        className="relative -ms-1 inline-flex min-h-7 min-w-0 max-w-full items-center rounded-control px-1 hover:bg-sunken pointer-coarse:min-h-11"
      >
        <NextStepText state={state} day={on}>
          {deal.nextStep}
        </NextStepText>
        <span className="sr-only">, change next step</span>
      </button>
      {canLog ? <CallButton deal={deal} /> : null}
    </div>
  );
}

function CallButton({ deal }: { deal: Deal }): ReactNode {
  const { open } = useDealActions();
  return (
    <button
      type="button"
      tabIndex={-1}
      data-deal-call=""
      aria-label={`Log a call about ${deal.name}`}
      onClick={(event) => open('call', deal, event.currentTarget)}
      className="relative -me-0.5 grid size-7 shrink-0 place-items-center rounded-control text-subtle opacity-0 group-focus-within/card:opacity-100 group-hover/card:opacity-100 hover:bg-sunken hover:text-ink pointer-coarse:size-11 pointer-coarse:opacity-100"
    >
      <Phone aria-hidden className="size-4" />
    </button>
  );
}
