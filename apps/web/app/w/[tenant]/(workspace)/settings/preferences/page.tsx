import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { readPreferences } from '../../../../../../shell/preferences.ts';
import { PreferencesScreen } from '../../../../../../shell/preferences-screen.tsx';

export const metadata: Metadata = { title: 'Preferences' };

export default async function PreferencesPage(): Promise<ReactNode> {
  return <PreferencesScreen preferences={readPreferences(await cookies())} />;
}
