import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { siteCompany } from '../../_frame/site-company.ts';
import { LegalPage } from '../_legal-page.tsx';
import { annexChapters } from './_annexes.tsx';
import { clauseChapters } from './_clauses.tsx';
import { dutyChapters } from './_duties.tsx';

export const metadata: Metadata = {
  title: 'Data processing addendum',
  description: 'The contract under Art. 28 GDPR between a company with a workspace and those who run Aura for it.',
};

export default function DpaPage(): ReactNode {
  const company = siteCompany();
  return (
    <LegalPage
      title="Data processing addendum"
      lead="What Art. 28 of the General Data Protection Regulation asks a contract to say when one company processes personal data for another."
      meta="Version of 22 November 2026."
      chapters={[...clauseChapters(company), ...dutyChapters, ...annexChapters(company)]}
      namesCompany
    />
  );
}
