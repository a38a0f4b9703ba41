import { currentTerms } from '@aura/tenants';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import type { Chapter } from '../../_frame/chapters.tsx';
import { LegalPage } from '../_legal-page.tsx';

export const metadata: Metadata = {
  title: 'Terms of service',
  description: 'The terms that a company accepts when it makes a workspace.',
};

/** The text that people accept at sign-up, from the same source. */
export default function TermsPage(): ReactNode {
  const { version, text, hash } = currentTerms();
  return (
    <LegalPage title="Terms of service" meta={`Version ${version}`} chapters={chaptersOf(text)}>
      <div className="mx-auto max-w-300 px-4 pb-10 sm:px-6">
        <p className="border-t border-line pt-5 text-small wrap-anywhere text-muted">
          SHA-256 of this text: <code className="font-mono">{hash}</code>
        </p>
      </div>
    </LegalPage>
  );
}

/** "3. Your data is yours. We store …" is a title and its paragraph. */
function chaptersOf(text: string): Chapter[] {
  return text
    .trim()
    .split(/\n\n/)
    .slice(1)
    .map((paragraph) => {
      const [, number = '', title = '', rest = ''] = /^(\d+)\. ([^.]+)\. (.*)$/s.exec(paragraph) ?? [];
      return { id: `part-${number}`, title, body: <p>{rest.replaceAll('\n', ' ')}</p> };
    });
}
