import { ApiProvider } from '@aura/api/client';
import { RoleAlertForm } from '@aura/site/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { firstOf, type SearchParams } from '../../../shell/search-params.ts';
import { ExampleNote } from '../_frame/example-note.tsx';
import { PageHead } from '../_frame/page-head.tsx';
import { siteCompany } from '../_frame/site-company.ts';
import { RoleList } from './_role-list.tsx';

export const metadata: Metadata = {
  title: 'Careers',
  description: 'Open roles at Aura, with place, kind of work and pay.',
};

export default async function CareersPage({ searchParams }: { searchParams: SearchParams }): Promise<ReactNode> {
  const open = siteCompany().roles.filter(({ isOpen }) => isOpen);
  const team = firstOf((await searchParams)['team']);
  return (
    <>
      <ExampleNote>The roles below are examples. Nobody is hired through this page.</ExampleNote>
      <PageHead
        title="Work on something people open gladly"
        lead="A small team, plain words, finished work. Every role says where, how much time, and what it pays."
      />
      <div className="mx-auto max-w-300 px-4 py-10 sm:px-6 sm:py-14">
        <RoleList roles={open} team={team} />
        <section
          aria-labelledby="alert-heading"
          className={`grid gap-x-12 gap-y-6 lg:grid-cols-12 ${open.length > 0 ? 'mt-16 border-t border-line pt-10' : 'mt-8'}`}
        >
          <div className="lg:col-span-5">
            <h2 id="alert-heading" className="font-brand text-[1.375rem] leading-7 font-semibold">
              {open.length > 0 ? 'Nothing for you today?' : 'Hear of the next one'}
            </h2>
            <p className="mt-2 max-w-[48ch] text-body-lg text-muted">
              Leave your e-mail and we'll tell you when a role opens.
            </p>
          </div>
          <div className="max-w-120 lg:col-span-7">
            <ApiProvider scope="site">
              <RoleAlertForm />
            </ApiProvider>
          </div>
        </section>
      </div>
    </>
  );
}
