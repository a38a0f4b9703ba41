'use client';

import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { CircleCheck } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';

type SaveRowProps = { isPending: boolean; isSaved: boolean; label?: string };

/** Save, and beside it whether it is saved. */
export function SaveRow({ isPending, isSaved, label = 'Save' }: SaveRowProps): ReactNode {
  useEffect(() => {
    if (isSaved) announce('Saved');
  }, [isSaved]);
  return (
    <div className="flex items-center gap-3">
      <Button type="submit" variant="primary" loading={isPending} loadingLabel="Saving…">
        {label}
      </Button>
      {isSaved ? (
        <span className="inline-flex items-center gap-1.5 text-ok">
          <CircleCheck aria-hidden className="size-4" /> Saved
        </span>
      ) : null}
    </div>
  );
}
