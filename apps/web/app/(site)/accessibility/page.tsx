import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Chapters } from '../_frame/chapters.tsx';
import { PageHead } from '../_frame/page-head.tsx';
import { siteCompany } from '../_frame/site-company.ts';
import { accessibilityChapters } from './_chapters.tsx';

export const metadata: Metadata = {
  title: 'Accessibility',
  description: 'The standard that Aura is built to, how it is tested, and what is known to be missing.',
};

export default function AccessibilityPage(): ReactNode {
  return (
    <>
      <PageHead
        title="Made for every hand"
        lead="Everything in Aura should be usable by keyboard, by touch, by voice and with a screen reader, on a screen as narrow as 320 pixels. This page says how far we are."
        meta="Last reviewed on 22 November 2026."
      />
      <Chapters chapters={accessibilityChapters(siteCompany())} />
    </>
  );
}
