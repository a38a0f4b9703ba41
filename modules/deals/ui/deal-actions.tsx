'use client';

import { apiFailure } from '@aura/api/client';
import { toast } from '@aura/ui/toast';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Deal } from '../deal.schema.ts';
import { type DealActions, DealActionsContext } from './deal-actions-context.ts';
import { DealWindow, type OpenWindow } from './deal-window.tsx';
import { GateDialog } from './gate-dialog.tsx';
import { useMe } from './people.ts';
import { type Gate, useDealMoves } from './use-deal-moves.ts';
import { useFieldWrites } from './use-field-writes.ts';
import { type Problems, useProblems } from './use-problems.ts';

type ProviderProps = { onPeek?: (dealId: string) => void; children: ReactNode };

/** What can be done to a deal, the same on the board, in the table and on its page. */
export function DealActionsProvider({ onPeek, children }: ProviderProps): ReactNode {
  const [shown, setShown] = useState<OpenWindow | null>(null);
  const [gate, setGate] = useState<Gate | null>(null);
  const problems = useProblems();
  const { move, changes, closingStage } = useDealMoves({ problems, onGate: setGate });
  const { change, assign } = useFieldWrites(changes, problems);

  const restore = async (deal: Deal): Promise<void> => {
    await changes.restore(deal).then(
      () => toast({ title: `Restored ${deal.name}` }),
      (error) => tellFailure(`Couldn't restore ${deal.name}`, error),
    );
  };
  const archive = async (deal: Deal): Promise<void> => {
    await changes.archive(deal).then(
      () =>
        toast({
          title: `Archived ${deal.name}`,
          action: { label: 'Undo', isUndo: true, onAction: () => void restore({ ...deal, deletedAt: 'archived' }) },
        }),
      (error) => tellFailure(`Couldn't archive ${deal.name}`, error),
    );
  };
  const actions = useSteady(problems.all, {
    open: (kind, deal, anchor) => setShown({ kind, deal, anchor }),
    move,
    closingStage,
    change,
    assign,
    archive,
    restore,
    peek: onPeek,
    problemOf: problems.of,
    dismissProblem: (dealId) => problems.set(dealId, null),
    heldId: (shown ?? gate)?.deal.id ?? null,
    canLog: useMe()?.can('activity:create') === true,
  });
  return (
    <DealActionsContext value={actions}>
      {children}
      <DealWindow shown={shown} onClose={() => setShown(null)} />
      <GateDialog
        gate={gate}
        onClose={() => setGate(null)}
        onMove={(fields) => {
          setGate(null);
          if (gate) void move(gate.deal, { stage: gate.stage, fields });
        }}
      />
    </DealActionsContext>
  );
}

/**
 * The same object until something changes that a card shows: a board is not drawn anew for each key that is typed beside it.
 */
function useSteady(problems: Problems['all'], actions: DealActions): DealActions {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const { heldId, canLog } = actions;
  const hasPeek = actions.peek !== undefined;
  return useMemo(
    () => ({
      open: (...which) => latest.current.open(...which),
      move: (...which) => latest.current.move(...which),
      closingStage: (...which) => latest.current.closingStage(...which),
      change: (...which) => latest.current.change(...which),
      assign: (...which) => latest.current.assign(...which),
      archive: (deal) => latest.current.archive(deal),
      restore: (deal) => latest.current.restore(deal),
      peek: hasPeek ? (dealId) => latest.current.peek?.(dealId) : undefined,
      problemOf: (dealId) => problems.get(dealId),
      dismissProblem: (dealId) => latest.current.dismissProblem(dealId),
      heldId,
      canLog,
    }),
    [problems, heldId, canLog, hasPeek],
  );
}

function tellFailure(title: string, error: unknown): void {
  toast({ title, description: apiFailure(error).message, tone: 'danger' });
}
