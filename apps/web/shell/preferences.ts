import { type Theme, themeClass, themeCookie } from '@aura/ui/theme';

/** What a person sets for this browser; kept in cookies, so the server draws it at once and nothing flashes. */
export type Preferences = {
  theme: Theme;
  density: 'comfortable' | 'compact';
  hasShortcuts: boolean;
  isCalm: boolean;
  isRailFolded: boolean;
};

export const densityCookie = 'aura-density';
export const shortcutsCookie = 'aura-shortcuts';
export const motionCookie = 'aura-motion';
export const railCookie = 'aura-rail';

type Cookies = { get(name: string): { value: string } | undefined };

export function readPreferences(cookies: Cookies): Preferences {
  const read = (name: string): string | undefined => cookies.get(name)?.value;
  return {
    theme: themeClass(read(themeCookie)) || 'system',
    density: read(densityCookie) === 'compact' ? 'compact' : 'comfortable',
    hasShortcuts: read(shortcutsCookie) !== 'off',
    isCalm: read(motionCookie) === 'calm',
    isRailFolded: read(railCookie) === 'folded',
  };
}
