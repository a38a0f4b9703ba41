import { findRole } from '@aura/site';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { siteCompany } from '../../_frame/site-company.ts';
import { ClosedRole } from './_closed-role.tsx';
import { OpenRole } from './_open-role.tsx';

type RoleParams = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: RoleParams): Promise<Metadata> {
  const role = findRole(siteCompany(), (await params).slug);
  if (!role) return { title: 'No such role' };
  if (role.isOpen) return { title: role.title, description: role.summary };
  return { title: `${role.title} (closed)`, robots: { index: false } };
}

/** A role that was filled keeps its address: whoever follows an old link should learn that, and see the others. */
export default async function RolePage({ params }: RoleParams): Promise<ReactNode> {
  const company = siteCompany();
  const role = findRole(company, (await params).slug);
  if (!role) notFound();
  if (role.isOpen) return <OpenRole role={role} />;
  return <ClosedRole role={role} others={company.roles.filter(({ isOpen }) => isOpen)} />;
}
