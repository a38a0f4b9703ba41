'use client';

import { SettingsSection, settingsCrumb } from '@aura/identity/client';
import { announce } from '@aura/ui/announce';
import { PageHeader } from '@aura/ui/page-header';
import { RadioGroup } from '@aura/ui/radio-group';
import { Switch } from '@aura/ui/switch';
import { ThemeToggle } from '@aura/ui/theme-toggle';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { densityCookie, motionCookie, type Preferences, shortcutsCookie } from './preferences.ts';
import { remember } from './remember.ts';

/** What a person sets for this browser. Each choice holds at once; there is nothing to save. */
export function PreferencesScreen({ preferences }: { preferences: Preferences }): ReactNode {
  const [{ density, hasShortcuts, isCalm }, setState] = useState(preferences);
  const router = useRouter();
  const choose = (change: Partial<Preferences>, cookie: string, value: string | null): void => {
    setState((state) => ({ ...state, ...change }));
    remember(cookie, value);
    announce('Saved');
    // The frame reads the cookies on the server; it is drawn again with the new ones.
    router.refresh();
  };
  return (
    <>
      <PageHeader
        breadcrumb={settingsCrumb}
        title="Preferences"
        subtitle="For this browser. Each choice holds at once."
      />
      <SettingsSection title="Appearance">
        <ThemeToggle initial={preferences.theme} isLabelShown />
        <RadioGroup
          label="Density of tables"
          layout="row"
          value={density}
          options={[
            { value: 'comfortable', label: 'Comfortable' },
            { value: 'compact', label: 'Compact' },
          ]}
          onValueChange={(value) =>
            choose(
              { density: value === 'compact' ? 'compact' : 'comfortable' },
              densityCookie,
              value === 'compact' ? value : null,
            )
          }
        />
        <Switch
          label="Reduce motion"
          help="Panels and menus appear without moving. Your system's own setting holds in any case."
          checked={isCalm}
          onChange={({ target }) => choose({ isCalm: target.checked }, motionCookie, target.checked ? 'calm' : null)}
        />
      </SettingsSection>
      <SettingsSection title="Keyboard">
        <Switch
          label="Single-key shortcuts"
          help="G then D goes to the dashboard, N then D adds a deal, and ? lists them all. Switch them off if you speak to your computer or type by other means."
          checked={hasShortcuts}
          onChange={({ target }) =>
            choose({ hasShortcuts: target.checked }, shortcutsCookie, target.checked ? null : 'off')
          }
        />
      </SettingsSection>
    </>
  );
}
