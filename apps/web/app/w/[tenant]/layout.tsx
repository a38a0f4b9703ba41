import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { openDoor } from '../../../shell/door.ts';
import { SuspendedPage } from '../../../shell/suspended-page.tsx';
import { UnavailablePage } from '../../../shell/unavailable-page.tsx';
import { isPhone } from '../../../shell/visitor-window.ts';
import { WorkspaceProviders } from '../../../shell/workspace-providers.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const door = await openDoor();
  const name = 'tenant' in door ? door.tenant.name : 'Aura';
  return { title: { absolute: name, template: `%s · ${name}` }, robots: { index: false } };
}

/** Lets people of an existing, active workspace through. The address's slug is a hint only; the host decides. */
export default async function TenantLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  const door = await openDoor();
  switch (door.kind) {
    case 'open':
      return <WorkspaceProviders isPhone={await isPhone()}>{children}</WorkspaceProviders>;
    case 'suspended':
      return <SuspendedPage name={door.tenant.name} />;
    case 'unavailable':
      return <UnavailablePage />;
    case 'unknown':
      notFound();
  }
}
