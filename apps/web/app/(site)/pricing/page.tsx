import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { LastLine } from '../_frame/last-line.tsx';
import { PageHead } from '../_frame/page-head.tsx';
import { QuestionList } from '../_frame/question-list.tsx';
import { Comparison } from './_comparison.tsx';
import { PlanChoice } from './_plan-choice.tsx';
import { questions } from './_plans.ts';

export const metadata: Metadata = {
  title: 'Pricing',
  description: 'Free during the preview. Afterwards a price for each person, and the whole product in every plan.',
};

export default function PricingPage(): ReactNode {
  return (
    <>
      <PageHead
        title="Every plan is all of it"
        lead="Aura is free during the preview. Afterwards you pay for each person, and less when there are many. No plan has the useful parts taken out."
      />
      <PlanChoice />
      <Comparison />
      <QuestionList title="Questions about money" questions={questions} />
      <LastLine title="Start while it is free.">
        <p>No card. Take your records with you whenever you like.</p>
      </LastLine>
    </>
  );
}
