import type { ReactNode } from 'react';
import { requireRecord } from '../../../../../../../shell/page-api.ts';

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/** Above the page's skeleton: once that is sent, it is too late to answer 404. */
export default async function ImportLayout({ params, children }: Props): Promise<ReactNode> {
  await requireRecord('imports', (await params).id);
  return children;
}
