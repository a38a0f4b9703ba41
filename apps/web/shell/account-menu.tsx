'use client';

import { Avatar } from '@aura/ui/avatar';
import { Menu, MenuItem, MenuLinkItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@aura/ui/menu';
import { applyTheme, type Theme } from '@aura/ui/theme';
import { Keyboard, LogOut, SlidersHorizontal, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type FrameData, roleNames } from './frame-data.ts';
import { askForKeyboardMap } from './keyboard-map.tsx';
import { useSignOut } from './use-sign-out.ts';

type AccountMenuProps = Pick<FrameData, 'person' | 'preferences' | 'tenant'>;

/** The person's own things: profile, theme, leaving. */
export function AccountMenu({ person, preferences, tenant }: AccountMenuProps): ReactNode {
  const [theme, setTheme] = useState<Theme>(preferences.theme);
  const { signOut } = useSignOut();
  const trigger = (
    <button type="button" className="grid size-9 place-items-center rounded-full pointer-coarse:size-11">
      <Avatar name={person.name} />
      <span className="sr-only">Account of {person.name}</span>
    </button>
  );
  return (
    <Menu align="end" trigger={trigger}>
      <div className="px-2.5 py-2">
        <p className="truncate font-medium">{person.name}</p>
        <p className="truncate text-small text-muted">{person.email}</p>
        <p className="mt-1 truncate text-small text-muted">
          {roleNames[person.role]} in {tenant.name}
        </p>
      </div>
      <MenuSeparator />
      <MenuLinkItem href="/settings/profile" icon={<UserRound aria-hidden />}>
        Profile
      </MenuLinkItem>
      <MenuLinkItem href="/settings/preferences" icon={<SlidersHorizontal aria-hidden />}>
        Preferences
      </MenuLinkItem>
      <MenuItem
        icon={<Keyboard aria-hidden />}
        {...(preferences.hasShortcuts ? { keys: '?' } : {})}
        onSelect={askForKeyboardMap}
      >
        Keyboard shortcuts
      </MenuItem>
      <MenuSeparator />
      <MenuRadioGroup
        label="Theme"
        value={theme}
        onValueChange={(next) => {
          setTheme(next as Theme);
          applyTheme(next as Theme);
        }}
      >
        <MenuRadioItem value="system">System</MenuRadioItem>
        <MenuRadioItem value="light">Light</MenuRadioItem>
        <MenuRadioItem value="dark">Dark</MenuRadioItem>
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void signOut()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
