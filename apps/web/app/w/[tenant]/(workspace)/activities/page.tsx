import { ActivityListScreen } from '@aura/activities/client';
import { ActivityContact } from '@aura/contacts/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Activities' };

export default function ActivitiesPage(): ReactNode {
  return <ActivityListScreen targets={<ActivityContact />} />;
}
