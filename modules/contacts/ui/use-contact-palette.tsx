'use client';

import { startLog } from '@aura/activities/client';
import { useMe } from '@aura/identity/client';
import { useMemberNames } from '@aura/members/client';
import { Avatar } from '@aura/ui/avatar';
import { type PaletteAction, usePaletteActions } from '@aura/ui/palette-actions';
import { toast } from '@aura/ui/toast';
import { Combine, Phone, UserRound } from 'lucide-react';
import type { Contact } from '../contact.schema.ts';
import { contactPath } from './contact-paths.ts';
import type { ContactEdit } from './use-contact.ts';

/** Offers in the palette what the page of a contact offers. */
export function useContactPalette(contact: Contact, edit: ContactEdit): void {
  const canLog = useMe()?.permissions.includes('activity:create') === true && !contact.deletedAt;
  const members = [...useMemberNames().values()].filter(({ status }) => status === 'active');
  const give: PaletteAction = {
    id: 'assign',
    label: 'Assign to…',
    keys: 'O',
    icon: <UserRound aria-hidden />,
    ask: 'Assign to whom?',
    choices: members
      .filter(({ userId }) => userId !== contact.ownerId)
      .map(({ userId, name }) => ({
        id: userId,
        label: name,
        icon: <Avatar name={name} size="sm" />,
        run: () => void assign(userId, name),
      })),
  };
  const merge: PaletteAction = {
    id: 'merge',
    label: 'Merge with…',
    icon: <Combine aria-hidden />,
    href: `${contactPath(contact.id)}?merge=pick`,
  };
  const assign = async (ownerId: string, name: string): Promise<void> => {
    try {
      if (await edit.save({ ownerId })) toast({ title: `${contact.name} is assigned to ${name}` });
    } catch (error) {
      toast({
        title: `Couldn't assign ${contact.name}`,
        tone: 'danger',
        ...(error instanceof Error ? { description: error.message } : {}),
      });
    }
  };
  usePaletteActions(contact.name, [
    ...(canLog ? [{ id: 'log', label: 'Log call', keys: 'L', icon: <Phone aria-hidden />, run: startLog }] : []),
    ...(contact.abilities.changeOwner ? [give] : []),
    ...(contact.abilities.merge ? [merge] : []),
  ]);
}
