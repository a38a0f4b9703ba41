import { fullNameOf } from '@aura/site';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { siteCompany } from '../../_frame/site-company.ts';
import { LegalPage } from '../_legal-page.tsx';
import { keptChapters } from './_kept.tsx';
import { rightsChapters } from './_rights.tsx';

export const metadata: Metadata = {
  title: 'Privacy notice',
  description: 'What is kept about visitors and account holders, why, for how long, and what you can ask for.',
};

export default function PrivacyPage(): ReactNode {
  const company = siteCompany();
  return (
    <LegalPage
      title="Privacy notice"
      lead="What we keep about you, why, for how long, and what you can ask of us. No analytics, no advertising, nothing loaded from elsewhere."
      meta={`Version of 22 November 2026. Responsible: ${fullNameOf(company)}.`}
      chapters={[...keptChapters(company), ...rightsChapters(company)]}
      namesCompany
    />
  );
}
