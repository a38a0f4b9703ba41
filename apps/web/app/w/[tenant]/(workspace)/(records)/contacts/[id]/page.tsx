import { ContactScreen } from '@aura/contacts/client';
import { RelatedDeals } from '@aura/deals/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { titleOf } from '../../../../../../../shell/page-api.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const name = await titleOf('contacts', id, 'Contact');
  return { title: `${name} · Contacts` };
}

export default async function ContactPage({ params }: Props): Promise<ReactNode> {
  const { id } = await params;
  return <ContactScreen id={id} related={<RelatedDeals contactId={id} />} />;
}
