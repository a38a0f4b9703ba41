import { Wordmark } from '@aura/ui/logo';
import type { ReactNode } from 'react';

type NoticePageProps = { title: string; children: ReactNode; action?: ReactNode };

/** A page that is only a message: something is missing, closed or down. */
export function NoticePage({ title, children, action }: NoticePageProps): ReactNode {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh max-w-160 flex-col justify-center gap-4 px-4 py-16 outline-none sm:px-6"
    >
      <Wordmark className="mb-4" />
      <h1 className="font-brand text-[1.75rem] leading-8 font-semibold text-balance">{title}</h1>
      <div className="flex max-w-[60ch] flex-col gap-3 text-body-lg text-muted">{children}</div>
      {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
    </main>
  );
}
