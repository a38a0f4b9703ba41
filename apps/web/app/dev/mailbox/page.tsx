import { listDevMails } from '@aura/identity';
import { CopyButton } from '@aura/ui/copy-button';
import { EmptyState } from '@aura/ui/empty-state';
import { formatDate } from '@aura/ui/format-date';
import { Wordmark } from '@aura/ui/logo';
import { PageHeader } from '@aura/ui/page-header';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { getPlatform } from '../../../server/platform.ts';

export const metadata: Metadata = { title: 'Development mailbox', robots: { index: false } };

type Mail = Awaited<ReturnType<typeof listDevMails>>[number];

/** What would have been sent, on a machine without a mail server. */
export default async function MailboxPage(): Promise<ReactNode> {
  const { identity, isProduction } = getPlatform();
  if (isProduction) notFound();
  const mails = await listDevMails(identity);
  return (
    <main id="content" className="mx-auto max-w-200 px-4 py-8 sm:px-6">
      <p className="mb-6">
        <Wordmark />
      </p>
      <PageHeader
        title="Development mailbox"
        subtitle="Mails that would have been sent, newest first. Reload to look again."
      />
      {mails.length === 0 ? (
        <EmptyState title="No mail yet">
          Sign up, invite someone or ask for a new password, and the mail appears here.
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {mails.map((mail) => (
            <MailCard key={`${mail.at} ${mail.to} ${mail.subject}`} mail={mail} />
          ))}
        </ul>
      )}
    </main>
  );
}

function MailCard({ mail }: { mail: Mail }): ReactNode {
  return (
    <li className="min-w-0 rounded-panel border border-line bg-surface p-4">
      <h2 className="text-h3 wrap-anywhere">{mail.subject}</h2>
      <p className="text-small wrap-anywhere text-muted">
        To {mail.to} · {formatDate(mail.at, 'date-time')} UTC
      </p>
      {mail.code ? (
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <span className="font-mono text-h2 tracking-widest">{mail.code}</span>
          <CopyButton size="sm" text={mail.code}>
            Copy code
          </CopyButton>
        </p>
      ) : null}
      {mail.links.map((link) => (
        <p key={link} className="mt-3">
          <a href={link} className="text-link wrap-anywhere">
            {link}
          </a>
        </p>
      ))}
      <details className="mt-3">
        <summary className="inline-block min-h-6 text-muted">Text</summary>
        <pre className="mt-2 font-sans text-body whitespace-pre-wrap">{mail.text}</pre>
      </details>
    </li>
  );
}
