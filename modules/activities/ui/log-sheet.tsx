'use client';

import { Sheet } from '@aura/ui/sheet';
import { createContext, type ReactNode, use, useState } from 'react';
import type { ActivityTarget } from './activity-draft.ts';
import { QuickLog } from './quick-log.tsx';

const TargetContext = createContext<((target: ActivityTarget | null) => void) | null>(null);

/** Tells the sheet around it which record the activity is about. For the pickers of other modules. */
export function useChooseTarget(): (target: ActivityTarget | null) => void {
  const choose = use(TargetContext);
  if (!choose) throw new Error('useChooseTarget needs the sheet of a new activity above it');
  return choose;
}

export type LogSheetProps = { open: boolean; onOpenChange: (open: boolean) => void; targets: ReactNode };

/** Logs an activity from anywhere: first about whom, then what. */
export function LogSheet({ open, onOpenChange, targets }: LogSheetProps): ReactNode {
  const [target, setTarget] = useState<ActivityTarget | null>(null);
  const change = (isOpen: boolean): void => {
    setTarget(null);
    onOpenChange(isOpen);
  };
  return (
    <Sheet title="Log an activity" open={open} onOpenChange={change}>
      <div className="flex flex-col gap-5">
        <TargetContext value={setTarget}>{targets}</TargetContext>
        {target ? (
          <QuickLog {...target} />
        ) : (
          <p className="text-muted">Choose who it was with. Then one press logs a call.</p>
        )}
      </div>
    </Sheet>
  );
}
