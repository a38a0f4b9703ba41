'use client';

import { Button } from '@aura/ui/button';
import { Menu, MenuLinkItem } from '@aura/ui/menu';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Addition } from './frame-data.ts';
import { PlaceIcon } from './place-icon.tsx';

/** "New", with all that the person may add. */
export function CreateMenu({ additions, hasKeys }: { additions: readonly Addition[]; hasKeys: boolean }): ReactNode {
  if (additions.length === 0) return null;
  return (
    <Menu align="end" trigger={<Button icon={<Plus aria-hidden />}>New</Button>}>
      {additions.map(({ href, label, icon, key }) => (
        <MenuLinkItem
          key={href}
          href={href}
          icon={<PlaceIcon name={icon} className="size-4" />}
          {...(hasKeys ? { keys: `N ${key.toUpperCase()}` } : {})}
        >
          {label}
        </MenuLinkItem>
      ))}
    </Menu>
  );
}
