'use client';

import { inWords } from '@aura/api/record-edit';
import { MenuItem } from '@aura/ui/menu';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Combine } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import type { Contact } from '../contact.schema.ts';
import { ContactShare } from './contact-share.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { useContactsApi } from './use-contacts-api.ts';
import { useHelpMenu } from './use-help-menu.tsx';

/** What else can be done with a contact: entries of its menu, and the dialogs that they open. */
export function useContactActions(contact: Contact): { menu: ReactNode; dialogs: ReactNode } {
  const [other, setOther] = useQueryState('merge', parseAsString);
  const { abilities, name } = contact;
  const help = useHelpMenu({
    name,
    abilities,
    share: (shown) => <ContactShare contact={contact} {...shown} />,
    ...useEscalation(contact.id),
  });
  return {
    menu: (
      <>
        {abilities.merge ? (
          <MenuItem icon={<Combine aria-hidden />} onSelect={() => void setOther('pick')}>
            Merge with…
          </MenuItem>
        ) : null}
        {help.menu}
      </>
    ),
    dialogs: (
      <>
        <MergeDialog contact={contact} other={abilities.merge ? other : null} onOther={(next) => void setOther(next)} />
        {help.dialogs}
      </>
    ),
  };
}

function useEscalation(id: string) {
  const api = useContactsApi();
  const queries = useQueryClient();
  const ask = useMutation(api.escalate.mutationOptions()).mutateAsync;
  const answer = useMutation(api.resolve.mutationOptions()).mutateAsync;
  const done = async (change: Promise<Contact>): Promise<void> => {
    queries.setQueryData(api.get.queryKey({ id }), await inWords(change));
    void queries.invalidateQueries({ queryKey: api.timeline.infiniteQueryKey({ id }) });
  };
  return {
    escalate: (reason: string) => done(ask({ id, reason })),
    resolve: (note: string) => done(answer({ id, note })),
  };
}
