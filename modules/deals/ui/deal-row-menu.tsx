'use client';

import { OwnerChoice, ownerReason } from '@aura/members/client';
import { MuteItem } from '@aura/notifications/mute';
import type { TableEditing } from '@aura/ui/data-table';
import { MenuItem } from '@aura/ui/menu';
import { RowMenu } from '@aura/ui/row-menu';
import { type ReactNode, useRef } from 'react';
import type { Deal } from '../deal.schema.ts';
import { type ActionKind, useDealActions } from './deal-actions-context.ts';
import { readOnlyReason } from './deal-inline-edits.tsx';
import { dealPath } from './deal-paths.ts';

type DealRowMenuProps = { deal: Deal; save: TableEditing<Deal>['save'] };

/** What can be done with a deal from its row. */
export function DealRowMenu({ deal, save }: DealRowMenuProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const { open, archive, peek } = useDealActions();
  const blocked = readOnlyReason(deal);
  const notOpen = deal.status === 'open' ? null : `This deal is ${deal.status}`;
  const item = (kind: ActionKind, label: string, reason: string | null = null): ReactNode => (
    <MenuItem
      disabledReason={blocked ?? reason}
      // Once the menu has gone, or the window would be closed with it.
      onSelect={() => void setTimeout(() => button.current && open(kind, deal, button.current), 0)}
    >
      {label}
    </MenuItem>
  );
  return (
    <RowMenu
      row={deal}
      href={dealPath(deal.id)}
      buttonRef={button}
      edit={{ disabledReason: blocked, onSelect: () => peek?.(deal.id) }}
      assign={{
        disabledReason: ownerReason(deal),
        onSave: (ownerId) => save(deal, { ownerId }, `Owner of ${deal.name}`),
        children: (choose) => <OwnerChoice ownerId={deal.ownerId} onChoose={choose} />,
      }}
      archive={{
        disabledReason: deal.abilities.archive ? null : 'Only the owner and managers archive a deal',
        onArchive: () => void archive(deal),
      }}
    >
      {item('move', 'Move to stage…')}
      {item('nextStep', 'Set next step…', notOpen)}
      {item('won', 'Mark won…', notOpen)}
      {item('lost', 'Mark lost…', notOpen)}
      <MuteItem entity="deal" record={deal} />
    </RowMenu>
  );
}
