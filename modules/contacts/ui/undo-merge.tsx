'use client';

import type { TimelineEntry } from '@aura/audit/client';
import { Button } from '@aura/ui/button';
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useContactMerge } from './use-contact-merge.ts';
import { useContactMergesApi } from './use-contacts-api.ts';

/** Below a merge in the timeline, while it stands and the person may take it back. */
export function UndoMerge({ contactId, entry }: { contactId: string; entry: TimelineEntry }): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const { takeBack } = useContactMerge();
  const isMerge = entry.type === 'contact.merged' && entry.entityId === contactId;
  const { data } = useQuery(useContactMergesApi().list.queryOptions({ id: contactId }, { enabled: isMerge }));
  const merge = data?.items.find(({ id }) => id === entry.data['mergeId']);
  if (!isMerge || !merge?.abilities.undo) return null;
  return (
    <Button
      size="sm"
      className="mt-1.5 self-start"
      icon={<Undo2 aria-hidden />}
      loading={isBusy}
      loadingLabel="Undoing…"
      onClick={() => {
        setBusy(true);
        void takeBack(contactId, merge.id).finally(() => setBusy(false));
      }}
    >
      Undo merge<span className="sr-only"> with {merge.otherName}</span>
    </Button>
  );
}
