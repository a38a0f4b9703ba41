'use client';

import { StageMark } from '@aura/pipelines/client';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { useDealActions } from './deal-actions-context.ts';
import { useMoveTargets } from './use-move-targets.ts';

type MoveSheetProps = { deal: Deal; anchor: HTMLElement; onClose: () => void };

/** The stages as large rows for a thumb. */
export function MoveSheet({ deal, anchor, onClose }: MoveSheetProps): ReactNode {
  const { open } = useDealActions();
  const { stages, onChoose } = useMoveTargets(deal);
  const close = (kind: 'won' | 'lost'): void => {
    onClose();
    setTimeout(() => open(kind, deal, anchor), 0);
  };
  return (
    <ul className="-mx-2 flex flex-col">
      {stages.map((stage) => (
        <li key={stage.id}>
          <button
            type="button"
            aria-current={stage.id === deal.stageId ? 'step' : undefined}
            className={rowClass}
            onClick={() => {
              onClose();
              onChoose(stage.id);
            }}
          >
            <StageMark stages={stages} stage={stage} />
            <span className="min-w-0 flex-1 wrap-anywhere">{stage.name}</span>
            {stage.id === deal.stageId ? <Check aria-hidden className="size-5 text-primary" /> : null}
          </button>
        </li>
      ))}
      <li className="mt-2 border-t border-line pt-2">
        <button type="button" className={rowClass} onClick={() => close('won')}>
          <StageGlyph outcome="won" />
          Won…
        </button>
      </li>
      <li>
        <button type="button" className={rowClass} onClick={() => close('lost')}>
          <StageGlyph outcome="lost" />
          Lost…
        </button>
      </li>
    </ul>
  );
}

const rowClass =
  'flex min-h-12 w-full items-center gap-3 rounded-control px-2 py-2 text-start text-body-lg hover:bg-sunken';
