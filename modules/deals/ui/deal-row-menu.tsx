'use client';

import { IconButton } from '@aura/ui/icon-button';
import { Menu, MenuItem, MenuLinkItem, MenuSeparator } from '@aura/ui/menu';
import { toast } from '@aura/ui/toast';
import { Ellipsis } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { Deal } from '../deal.schema.ts';
import { type ActionKind, useDealActions } from './deal-actions-context.ts';
import { readOnlyReason } from './deal-inline-edits.tsx';
import { dealPath } from './deal-paths.ts';

/** What can be done with a deal from its row. */
export function DealRowMenu({ deal }: { deal: Deal }): ReactNode {
  const trigger = useRef<HTMLButtonElement>(null);
  const { open, archive } = useDealActions();
  const blocked = readOnlyReason(deal);
  const later = (kind: ActionKind): void => {
    setTimeout(() => trigger.current && open(kind, deal, trigger.current), 0);
  };
  return (
    <Menu
      align="end"
      trigger={
        <IconButton ref={trigger} label={`Actions for ${deal.name}`} size="sm" icon={<Ellipsis aria-hidden />} />
      }
    >
      <MenuLinkItem href={dealPath(deal.id)}>Open</MenuLinkItem>
      <MenuItem onSelect={() => copyLink(deal)}>Copy link</MenuItem>
      <MenuSeparator />
      <MenuItem disabledReason={blocked} onSelect={() => later('move')}>
        Move to stage…
      </MenuItem>
      <MenuItem
        disabledReason={deal.abilities.changeOwner ? null : 'Only managers change the owner'}
        onSelect={() => later('owner')}
      >
        Change owner…
      </MenuItem>
      <MenuItem disabledReason={blocked} onSelect={() => later('nextStep')}>
        Set next step…
      </MenuItem>
      {deal.status === 'open' ? (
        <>
          <MenuItem disabledReason={blocked} onSelect={() => later('won')}>
            Mark won…
          </MenuItem>
          <MenuItem disabledReason={blocked} onSelect={() => later('lost')}>
            Mark lost…
          </MenuItem>
        </>
      ) : null}
      <MenuSeparator />
      <MenuItem
        tone="danger"
        disabledReason={deal.abilities.archive ? null : 'Only the owner and managers archive a deal'}
        onSelect={() => void archive(deal)}
      >
        Archive
      </MenuItem>
    </Menu>
  );
}

export function copyLink(deal: Deal): void {
  navigator.clipboard.writeText(`${location.origin}${dealPath(deal.id)}`).then(
    () => toast({ title: 'Link copied' }),
    () => toast({ title: "Couldn't copy the link", description: 'Copy it from the address bar.', tone: 'danger' }),
  );
}
