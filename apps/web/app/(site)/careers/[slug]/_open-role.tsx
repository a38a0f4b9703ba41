import { ApiProvider } from '@aura/api/client';
import type { JobRole } from '@aura/site';
import { ApplicationForm } from '@aura/site/client';
import { Link } from '@aura/ui/link';
import { LinkButton } from '@aura/ui/link-button';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { proseClass } from '../../_frame/chapters.tsx';
import { ExampleNote } from '../../_frame/example-note.tsx';

export function OpenRole({ role }: { role: JobRole }): ReactNode {
  return (
    <>
      <ExampleNote>This role is an example. Nobody is hired through this page.</ExampleNote>
      <article className="mx-auto max-w-300 px-4 py-8 sm:px-6 sm:py-12">
        <BackToRoles />
        <h1 className="mt-4 max-w-[24ch] font-brand text-display text-balance">{role.title}</h1>
        <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-12">
          <RoleSummary role={role} />
          <div className="min-w-0 lg:col-span-8 lg:row-start-1">
            <p className="max-w-[60ch] text-[1.125rem] leading-7 text-pretty">{role.summary}</p>
            <RoleLines title="What you do" lines={role.tasks} />
            <RoleLines title="What you bring" lines={role.asks} />
            <section id="apply" aria-labelledby="apply-heading" className="mt-12 max-w-160 border-t border-line pt-10">
              <h2 id="apply-heading" className="mb-6 font-brand text-[1.375rem] leading-7 font-semibold">
                Apply
              </h2>
              <ApiProvider scope="site">
                <ApplicationForm role={role.slug} title={role.title} />
              </ApiProvider>
            </section>
          </div>
        </div>
      </article>
    </>
  );
}

export function BackToRoles(): ReactNode {
  return (
    <Link
      href="/careers"
      prefetch={false}
      className="inline-flex min-h-9 items-center gap-2 text-muted underline-offset-3 hover:text-ink hover:underline pointer-coarse:min-h-11"
    >
      <ArrowLeft aria-hidden className="size-4" />
      All roles
    </Link>
  );
}

/** The facts of the role: first on a telephone, beside the text and always in sight where there is room. */
function RoleSummary({ role }: { role: JobRole }): ReactNode {
  const facts = [
    ['Team', role.team],
    ['Place', role.place],
    ['Kind', role.type],
    ['Pay', role.salary],
  ] as const;
  return (
    <aside aria-label="In short" className="lg:col-span-4 lg:col-start-9 lg:row-start-1">
      <div className="rounded-panel border border-line bg-surface p-5 lg:sticky lg:top-6">
        <dl className="flex flex-col gap-3">
          {facts.map(([term, text]) => (
            <div key={term}>
              <dt className="text-small text-muted">{term}</dt>
              <dd className="text-body-lg tabular-nums">{text}</dd>
            </div>
          ))}
        </dl>
        <LinkButton href="#apply" variant="primary" size="lg" className="mt-5 w-full">
          Apply
        </LinkButton>
      </div>
    </aside>
  );
}

function RoleLines({ title, lines }: { title: string; lines: readonly string[] }): ReactNode {
  return (
    <section className="mt-10">
      <h2 className="mb-3 font-brand text-[1.375rem] leading-7 font-semibold">{title}</h2>
      <div className={proseClass}>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
