import { currentTerms } from '@aura/tenants';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Narrow } from '../../_frame/narrow.tsx';

export const metadata: Metadata = { title: 'Terms of service' };

/** The text that people accept at sign-up, from the same source. */
export default function TermsPage(): ReactNode {
  const { version, text, hash } = currentTerms();
  const [, ...paragraphs] = text.trim().split(/\n\n/);
  return (
    <Narrow width="prose">
      <h1 className="font-brand text-[2rem] leading-9.5 font-semibold">Terms of service</h1>
      <p className="mt-2 text-muted">Version {version}</p>
      <div className="mt-8 flex flex-col gap-4 text-body-lg">
        {paragraphs.map((paragraph) => (
          <Paragraph key={paragraph} text={paragraph.replaceAll('\n', ' ')} />
        ))}
      </div>
      <p className="mt-10 text-small wrap-anywhere text-muted">
        SHA-256 of this text: <code className="font-mono">{hash}</code>
      </p>
    </Narrow>
  );
}

/** "3. Your data is yours. We store …" is a heading and its paragraph. */
function Paragraph({ text }: { text: string }): ReactNode {
  const [, heading, rest] = /^(\d+\. [^.]+)\. (.*)$/.exec(text) ?? [];
  if (!heading) return <p className="max-w-[70ch]">{text}</p>;
  return (
    <section className="max-w-[70ch]">
      <h2 className="text-h2">{heading}</h2>
      <p className="mt-1 text-muted">{rest}</p>
    </section>
  );
}
