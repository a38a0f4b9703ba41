import { ApiProvider } from '@aura/api/client';
import { ContactForm } from '@aura/site/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ExampleNote } from '../_frame/example-note.tsx';
import { PageHead } from '../_frame/page-head.tsx';
import { CompanyAddress } from './_company-address.tsx';

export const metadata: Metadata = {
  title: 'Contact',
  description: 'Where we are and how to write to us.',
};

export default function ContactPage(): ReactNode {
  return (
    <>
      <ExampleNote>The postal address and the hours below are examples and belong to nobody.</ExampleNote>
      <PageHead title="Write to us" lead="A person reads what you send and answers it by e-mail." />
      <div className="mx-auto grid max-w-300 gap-x-12 gap-y-12 px-4 py-10 sm:px-6 sm:py-14 lg:grid-cols-12">
        <div className="lg:col-span-5">
          <CompanyAddress />
        </div>
        <section aria-labelledby="form-heading" className="lg:col-span-7">
          <h2 id="form-heading" className="mb-6 font-brand text-[1.375rem] leading-7 font-semibold">
            Send a message
          </h2>
          <ApiProvider scope="site">
            <ContactForm />
          </ApiProvider>
        </section>
      </div>
    </>
  );
}
