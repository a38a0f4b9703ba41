'use client';

import { inWords } from '@aura/api/record-edit';
import { announce } from '@aura/ui/announce';
import { MenuItem, MenuSeparator } from '@aura/ui/menu';
import { ReasonDialog } from '@aura/ui/reason-dialog';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Combine, Eye, Siren } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { type ReactNode, useState } from 'react';
import type { Contact } from '../contact.schema.ts';
import { ContactShare } from './contact-share.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { useContactsApi } from './use-contacts-api.ts';

type Open = 'share' | 'escalate' | 'resolve' | null;

/** What else can be done with a contact: entries of its menu, and the dialogs that they open. */
export function useContactActions(contact: Contact): { menu: ReactNode; dialogs: ReactNode } {
  const [open, setOpen] = useState<Open>(null);
  const [other, setOther] = useQueryState('merge', parseAsString);
  const { escalate, resolve } = useEscalation(contact.id);
  const { abilities, name } = contact;
  const shows = (what: Open) => ({ open: open === what, onOpenChange: (is: boolean) => setOpen(is ? what : null) });
  return {
    menu: (
      <>
        {abilities.merge ? (
          <MenuItem icon={<Combine aria-hidden />} onSelect={() => void setOther('pick')}>
            Merge with…
          </MenuItem>
        ) : null}
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
        <MergeDialog contact={contact} other={abilities.merge ? other : null} onOther={(next) => void setOther(next)} />
        <ContactShare contact={contact} {...shows('share')} />
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
  const api = useContactsApi();
  const queries = useQueryClient();
  const ask = useMutation(api.escalate.mutationOptions()).mutateAsync;
  const answer = useMutation(api.resolve.mutationOptions()).mutateAsync;
  const done = async (change: Promise<Contact>, said: string): Promise<void> => {
    queries.setQueryData(api.get.queryKey({ id }), await inWords(change));
    announce(said);
    await queries.invalidateQueries({ queryKey: api.timeline.infiniteQueryKey({ id }) });
  };
  return {
    escalate: (reason: string) => done(ask({ id, reason }), 'A manager was asked'),
    resolve: (note: string) => done(answer({ id, note }), 'The escalation is resolved'),
  };
}
