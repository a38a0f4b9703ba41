import { OrganizationContacts } from '@aura/contacts/client';
import { OrganizationFamily, RelatedDeals } from '@aura/deals/client';
import { OrganizationScreen } from '@aura/organizations/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { titleOf } from '../../../../../../../shell/page-api.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const name = await titleOf('organizations', id, 'Organization');
  return { title: `${name} · Organizations` };
}

export default async function OrganizationPage({ params }: Props): Promise<ReactNode> {
  const { id } = await params;
  const related = (
    <>
      <OrganizationContacts organizationId={id} />
      <RelatedDeals organizationId={id} />
      <OrganizationFamily id={id} />
    </>
  );
  return <OrganizationScreen id={id} related={related} />;
}
