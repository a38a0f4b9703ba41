import type { ReactNode } from 'react';
import { requireRecord } from '../../../../../../../shell/page-api.ts';

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/** Above the page's skeleton: once that is sent, it is too late to answer 404. */
export default async function ContactLayout({ params, children }: Props): Promise<ReactNode> {
  await requireRecord('contacts', (await params).id);
  return children;
}
