'use client';

import { announce } from '@aura/ui/announce';
import { MenuItem, MenuSeparator } from '@aura/ui/menu';
import { ReasonDialog } from '@aura/ui/reason-dialog';
import { CircleCheck, Eye, Siren } from 'lucide-react';
import { type ReactNode, useState } from 'react';

export type HelpMenuProps = {
  /** The record's name, for the titles of the dialogs. */
  name: string;
  abilities: { share: boolean; escalate: boolean; resolve: boolean };
  /** The dialog that shows who sees the record. */
  share: (props: { open: boolean; onOpenChange: (open: boolean) => void }) => ReactNode;
  /** Asks the managers; a refusal is thrown in words. */
  escalate: (reason: string) => Promise<void>;
  resolve: (note: string) => Promise<void>;
};

type Open = 'share' | 'escalate' | 'resolve' | null;

/** Sharing a record and asking a manager about it: entries of its menu, and the dialogs that they open (F9). */
export function useHelpMenu(props: HelpMenuProps): { menu: ReactNode; dialogs: ReactNode } {
  const [open, setOpen] = useState<Open>(null);
  const { abilities, name } = props;
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
        {props.share(shows('share'))}
        <ReasonDialog
          {...shows('escalate')}
          title={`Ask a manager about ${name}`}
          description="Managers see it on their list, with who asks and why."
          label="What do you need?"
          confirmLabel="Ask a manager"
          confirmingLabel="Asking…"
          onConfirm={(reason) => props.escalate(reason).then(() => announce('A manager was asked'))}
        />
        <ReasonDialog
          {...shows('resolve')}
          title={`Resolve the escalation of ${name}`}
          description="It leaves the managers' list, and who asked reads your note."
          label="Note"
          confirmLabel="Resolve"
          confirmingLabel="Resolving…"
          onConfirm={(note) => props.resolve(note).then(() => announce('The escalation is resolved'))}
        />
      </>
    ),
  };
}
