'use client';

import { callOutcomes, useLogCall } from '@aura/activities/client';
import { apiFailure } from '@aura/api/client';
import { Button } from '@aura/ui/button';
import { toast } from '@aura/ui/toast';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';

/** What came of a call: choosing it logs the call as of now. */
export function CallForm({ deal, onClose }: { deal: Deal; onClose: () => void }): ReactNode {
  const logCall = useLogCall();
  const log = (outcome: string): void => {
    onClose();
    logCall({ dealId: deal.id }, outcome).then(
      () => toast({ title: `Call logged: ${outcome}`, description: deal.name }),
      (error) =>
        toast({
          title: `The call about ${deal.name} was not logged`,
          description: apiFailure(error).message,
          tone: 'danger',
          action: { label: 'Retry', onAction: () => log(outcome) },
        }),
    );
  };
  return (
    <ul className="flex flex-wrap gap-2">
      {callOutcomes.map((outcome) => (
        <li key={outcome}>
          <Button size="sm" onClick={() => log(outcome)}>
            {outcome}
          </Button>
        </li>
      ))}
    </ul>
  );
}
