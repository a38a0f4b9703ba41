'use client';

import { failureText } from '@aura/api/record-edit';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { ConfirmDialog } from '@aura/ui/confirm-dialog';
import { DateText } from '@aura/ui/date-text';
import { totalText } from '@aura/ui/list-text';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Import } from '../../import/import.schema.ts';
import { entityNames } from './import-draft.ts';
import { useImportsApi } from './use-imports-api.ts';

/** What the undo did, and what it left alone. */
export function Undone({ undo, at }: { undo: NonNullable<Import['undo']>; at: string | null }): ReactNode {
  return (
    <Banner tone="info" title="This import was undone">
      <p>
        <DateText value={at} style="date-time" />: {undo.removed.toLocaleString('en-US')} removed,{' '}
        {undo.restored.toLocaleString('en-US')} put back.
      </p>
      {undo.keptCount > 0 ? (
        <details className="mt-2">
          <summary className="min-h-6">
            {undo.keptCount.toLocaleString('en-US')} {undo.keptCount === 1 ? 'was' : 'were'} kept, because someone had
            worked on {undo.keptCount === 1 ? 'it' : 'them'} since
          </summary>
          <ul className="mt-1 list-disc ps-5">
            {undo.kept.slice(0, 100).map(({ id, row, reason }) => (
              <li key={id}>
                Row {row}: {reasonTexts[reason]}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Banner>
  );
}

const reasonTexts = { edited: 'edited since', removed: 'removed since', in_use: 'used by other records' };

/** Asks first; the undo itself is a job, whose progress the page then shows. */
export function UndoButton({ job }: { job: Import }): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const api = useImportsApi();
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(api.undo.mutationOptions());
  const undo = async (): Promise<void> => {
    try {
      queries.setQueryData(api.get.queryKey({ id: job.id }), await mutateAsync({ id: job.id }));
    } catch (error) {
      throw new Error(failureText(error), { cause: error });
    }
  };
  const noun = entityNames[job.entity];
  return (
    <>
      <Button icon={<Undo2 aria-hidden />} onClick={() => setAsking(true)}>
        Undo import
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Undo this import?"
        consequence={`${totalText({ total: job.created }, noun)} that it created ${job.created === 1 ? 'is' : 'are'} removed, and ${job.updated.toLocaleString('en-US')} that it changed ${job.updated === 1 ? 'is' : 'are'} put back. What someone has worked on since stays, and is listed afterwards.`}
        confirmLabel="Undo import"
        confirmingLabel="Starting…"
        onConfirm={undo}
      />
    </>
  );
}
