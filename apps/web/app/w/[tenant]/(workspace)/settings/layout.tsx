import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { openDoor, requireVisitor } from '../../../../../shell/door.ts';
import { SettingsNav } from '../../../../../shell/settings-nav.tsx';
import { settingsPlacesOf } from '../../../../../shell/settings-places.ts';

export async function generateMetadata(): Promise<Metadata> {
  const door = await openDoor();
  const name = 'tenant' in door ? door.tenant.name : 'Aura';
  return { title: { absolute: `Settings · ${name}`, template: `%s · Settings · ${name}` } };
}

export default async function SettingsLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  const { actor } = await requireVisitor();
  return (
    <div className="flex gap-10">
      <SettingsNav places={settingsPlacesOf(actor)} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
