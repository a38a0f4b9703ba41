import { LinkButton } from '@aura/ui/link-button';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Narrow } from '../_frame/narrow.tsx';

export const metadata: Metadata = {
  title: 'Security',
  description: 'How Aura keeps workspaces apart and what can be checked.',
};

const chapters = [
  {
    title: 'Workspaces are kept apart by the database',
    text: 'Each request states which workspace and which person it is for, and the database proves that from the session before it hands out a row. Row-level security holds on every table with business records. A mistake in a page cannot show one company another’s data, because the page never gets it.',
  },
  {
    title: 'Roles hold in the database too',
    text: 'Sales reps read and change their own records and those shared with them. Managers see their team. That, too, is decided by the database, not by which buttons are shown.',
  },
  {
    title: 'Every workspace has its own address and its own cookie',
    text: 'A session belongs to one address and is refused at any other. Cookies cannot be read by scripts. Pages run only scripts of our own, each marked for that one answer.',
  },
  {
    title: 'Passwords and keys are stored as hashes',
    text: 'We cannot read them. Sessions end after thirty days without use, and you can end each of them yourself. A deactivated person is out at once.',
  },
  {
    title: 'The audit log cannot be edited',
    text: 'Changes are written down by the database in the same step as the change itself. The log is sealed in a chain, so that a line taken out would show. Your administrators can read it and prove it.',
  },
  {
    title: 'Who runs Aura',
    text: 'Our operators can suspend, reopen or close a workspace. They have no access to its business records.',
  },
];

export default function SecurityPage(): ReactNode {
  return (
    <Narrow width="prose">
      <h1 className="font-brand text-display text-balance">Security you can check</h1>
      <p className="mt-5 max-w-[60ch] text-[1.125rem] leading-7 text-muted">
        What keeps your records yours, in plain words. Nothing here depends on people being careful.
      </p>
      <div className="mt-10 border-t border-line">
        {chapters.map(({ title, text }) => (
          <section key={title} className="border-b border-line py-6">
            <h2 className="font-brand text-[1.375rem] leading-7 font-semibold text-balance">{title}</h2>
            <p className="mt-2 max-w-[68ch] text-body-lg text-pretty text-muted">{text}</p>
          </section>
        ))}
      </div>
      <LinkButton href="/signup" variant="primary" size="lg" className="mt-10">
        Start free
      </LinkButton>
    </Narrow>
  );
}
