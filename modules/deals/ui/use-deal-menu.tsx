'use client';

import { inWords } from '@aura/api/record-edit';
import { announce } from '@aura/ui/announce';
import { MenuItem, MenuSeparator } from '@aura/ui/menu';
import { ReasonDialog } from '@aura/ui/reason-dialog';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Eye, Siren } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { DealDetail } from '../deal.schema.ts';
import { DealShare } from './deal-share.tsx';
import { useDealsApi } from './use-deals-api.ts';

type Open = 'share' | 'escalate' | 'resolve' | null;

/** What else can be done with a deal: entries of its menu, and the dialogs that they open. */
export function useDealMenu(deal: DealDetail): { menu: ReactNode; dialogs: ReactNode } {
  const [open, setOpen] = useState<Open>(null);
  const { escalate, resolve } = useEscalation(deal.id);
  const { abilities, name } = deal;
  const shows = (what: Open) => ({ open: open === what, onOpenChange: (is: boolean) => setOpen(is ? what : null) });
  return {
    menu: (
      <>
        <MenuItem icon={<Eye aria-hidden />} onSelect={() => setOpen('share')}>
          {abilities.share ? 'Share…' : 'Who sees this'}
        </MenuItem>
        {abilities.resolve ? (
          <MenuItem icon={<CircleCheck aria-hidden />} onSelect={() => setOpen('resolve')}>
            Resolve the escalation
          </MenuItem>
        ) : null}
        {abilities.escalate ? (
          <MenuItem icon={<Siren aria-hidden />} onSelect={() => setOpen('escalate')}>
            Ask a manager…
          </MenuItem>
        ) : null}
        <MenuSeparator />
      </>
    ),
    dialogs: (
      <>
        <DealShare deal={deal} {...shows('share')} />
        <ReasonDialog
          {...shows('escalate')}
          title={`Ask a manager about ${name}`}
          description="Managers see it on their list, with who asks and why."
          label="What do you need?"
          confirmLabel="Ask a manager"
          confirmingLabel="Asking…"
          onConfirm={escalate}
        />
        <ReasonDialog
          {...shows('resolve')}
          title={`Resolve the escalation of ${name}`}
          description="It leaves the managers' list, and who asked reads your note."
          label="Note"
          confirmLabel="Resolve"
          confirmingLabel="Resolving…"
          onConfirm={resolve}
        />
      </>
    ),
  };
}

function useEscalation(id: string) {
  const { deals } = useDealsApi();
  const queries = useQueryClient();
  const ask = useMutation(deals.escalate.mutationOptions()).mutateAsync;
  const answer = useMutation(deals.resolve.mutationOptions()).mutateAsync;
  const done = async (change: Promise<DealDetail>, said: string): Promise<void> => {
    queries.setQueryData(deals.get.queryKey({ id }), await inWords(change));
    announce(said);
    await queries.invalidateQueries({ queryKey: deals.pathKey() });
  };
  return {
    escalate: (reason: string) => done(ask({ id, reason }), 'A manager was asked'),
    resolve: (note: string) => done(answer({ id, note }), 'The escalation is resolved'),
  };
}
