import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Chapters } from '../_frame/chapters.tsx';
import { LastLine } from '../_frame/last-line.tsx';
import { PageHead } from '../_frame/page-head.tsx';
import { PrincipleList } from './_principle-list.tsx';
import { leftOut } from './_principles.ts';

export const metadata: Metadata = {
  title: 'Purpose',
  description: 'Why Aura exists, what it is built on, and what it leaves out.',
};

const chapters = [
  {
    id: 'why',
    title: 'Why we exist',
    body: (
      <>
        <p>
          Most sales software is filled in for somebody else. A rep types on Friday what a manager reads on Monday, and
          neither of them believes it. So the real book lives in a head, in a spreadsheet, on a note by the telephone,
          and deals go quiet without anyone noticing.
        </p>
        <p>
          We think that a sales book should be worth its keeper’s while. It should take less time than not keeping it,
          say out loud what has gone silent, and show a manager the same truth that the rep sees. That is all Aura wants
          to be: <strong>an honest book, kept in passing.</strong>
        </p>
        <p>
          We also think that what a company knows about its customers is nobody else’s business. That is why the wall
          between workspaces was the first thing we built, and why <a href="/security">anyone may read how it stands</a>
          .
        </p>
      </>
    ),
  },
];

const outside = [
  {
    id: 'left-out',
    title: 'What we leave out, for now',
    body: (
      <ul>
        {leftOut.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    ),
  },
  {
    id: 'today',
    title: 'Where we are',
    body: (
      <p>
        Aura is young. It is in preview and free while it is. We have no wall of customers’ logos, no awards and no
        certificates to show, so we would rather show the thing itself. Start a workspace, try to break it, and{' '}
        <a href="/contact">tell us what you found</a>.
      </p>
    ),
  },
];

export default function AboutPage(): ReactNode {
  return (
    <>
      <PageHead
        title="A sales book that tells the truth"
        lead="Aura keeps pipeline, contacts and follow-ups for teams who would rather call a customer than fill in a form."
      />
      <Chapters chapters={chapters} />
      <PrincipleList />
      <Chapters chapters={outside} />
      <LastLine title="Open the book.">
        <p>A workspace takes a few minutes and no card.</p>
      </LastLine>
    </>
  );
}
