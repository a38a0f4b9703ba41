import type { ReactNode } from 'react';
import { type Chapter, ChapterLinks, Chapters } from '../_frame/chapters.tsx';
import { ExampleNote } from '../_frame/example-note.tsx';
import { PageHead } from '../_frame/page-head.tsx';

type LegalPageProps = {
  title: string;
  lead?: ReactNode;
  meta: ReactNode;
  chapters: readonly Chapter[];
  /** Set where the company's own facts stand in the text. */
  namesCompany?: boolean;
  children?: ReactNode;
};

/** A text that binds: its parts numbered, the way to each of them first. */
export function LegalPage({ title, lead, meta, chapters, namesCompany = false, children }: LegalPageProps): ReactNode {
  return (
    <>
      {namesCompany ? (
        <ExampleNote>The company named below is an example. Nothing on this page binds anyone.</ExampleNote>
      ) : null}
      <PageHead title={title} lead={lead} meta={meta}>
        <ChapterLinks chapters={chapters} />
      </PageHead>
      <Chapters chapters={chapters} isNumbered />
      {children}
    </>
  );
}
