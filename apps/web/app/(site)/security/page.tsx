import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Chapters } from '../_frame/chapters.tsx';
import { LastLine } from '../_frame/last-line.tsx';
import { PageHead } from '../_frame/page-head.tsx';
import { siteCompany } from '../_frame/site-company.ts';
import { securityChapters } from './_chapters.tsx';
import { GateList } from './_gate-list.tsx';
import { limitChapters } from './_limits.tsx';
import { RequestPath } from './_request-path.tsx';

export const metadata: Metadata = {
  title: 'Security',
  description: 'How Aura keeps workspaces apart, how that is tested, and what it does not protect against.',
};

export default function SecurityPage(): ReactNode {
  return (
    <>
      <PageHead
        title="Security you can check"
        lead="What keeps your records yours, in plain words: how it works, how we try to break it, and where it ends."
      />
      <RequestPath />
      <Chapters chapters={securityChapters} />
      <GateList />
      <Chapters chapters={limitChapters(siteCompany())} />
      <LastLine title="Try to break it.">
        <p>Make two workspaces and look for one from the other. Tell us how far you came.</p>
      </LastLine>
    </>
  );
}
