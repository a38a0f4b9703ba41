import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { readVisit, redirectToLogin } from '../../../../shell/door.ts';
import { Frame } from '../../../../shell/frame.tsx';
import { readFrame } from '../../../../shell/read-frame.ts';
import { UnavailablePage } from '../../../../shell/unavailable-page.tsx';

export default async function WorkspaceLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  const visit = await readVisit();
  if (visit.kind === 'unavailable') return <UnavailablePage />;
  if (visit.kind === 'unknown' || visit.kind === 'suspended') notFound();
  if (visit.kind !== 'signed-in') return redirectToLogin();
  return <Frame frame={await readFrame(visit.session.actor)}>{children}</Frame>;
}
