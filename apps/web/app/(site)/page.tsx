import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Hero } from './_home/hero.tsx';
import { Jobs } from './_home/jobs.tsx';
import { LastWord } from './_home/last-word.tsx';
import { OrganizationData } from './_home/organization-data.tsx';
import { PhoneStart } from './_home/phone-start.tsx';
import { Pricing } from './_home/pricing.tsx';
import { Proof } from './_home/proof.tsx';
import { Questions } from './_home/questions.tsx';

export const metadata: Metadata = {
  title: { absolute: 'Aura: no deal without a next step' },
  description:
    'A sales book for teams who would rather call a customer than fill in a form: pipeline, contacts and follow-ups on one page.',
};

export default function HomePage(): ReactNode {
  return (
    <>
      <OrganizationData />
      <Hero />
      <Jobs />
      <PhoneStart />
      <Proof />
      <PhoneStart />
      <Pricing />
      <Questions />
      <LastWord />
    </>
  );
}
