import type { ReactNode } from 'react';
import { siteCompany } from '../_frame/site-company.ts';

/** Where the company is to be found. What it has not said is left out, or said to be missing. */
export function CompanyAddress(): ReactNode {
  const { legalName, postalAddress, email, phone, hours, mapUrl, registration } = siteCompany();
  const lines = postalAddress.length > 0 ? postalAddress : [legalName];
  return (
    <address className="not-italic">
      <dl className="border-t border-line">
        <Line term="Post">
          {lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
          {postalAddress.length === 0 ? (
            <span className="block text-muted">No postal address is published here. Ask for it by e-mail.</span>
          ) : null}
          {mapUrl ? (
            <a href={mapUrl} className="text-link mt-1 inline-block min-h-6">
              See it on a map
            </a>
          ) : null}
        </Line>
        <Line term="E-mail">
          <a href={`mailto:${email}`} className="text-link inline-block min-h-6 wrap-anywhere">
            {email}
          </a>
        </Line>
        {phone ? (
          <Line term="Telephone">
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} className="text-link inline-block min-h-6">
              {phone}
            </a>
          </Line>
        ) : null}
        {hours ? <Line term="Hours">{hours}</Line> : null}
        {registration ? <Line term="Registration">{registration}</Line> : null}
        <Line term="Security">
          Found a hole? Write to the address above with “security” in the subject, and give us the time to mend it
          before you tell others.
        </Line>
        <Line term="Your data">
          If a company keeps records about you in Aura, ask that company first: they decide about them. For what we keep
          about you ourselves, see the{' '}
          <a href="/legal/privacy" className="text-link">
            privacy notice
          </a>
          .
        </Line>
      </dl>
    </address>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <div className="grid gap-x-6 gap-y-1 border-b border-line py-4 xs:grid-cols-[6.5rem_1fr]">
      <dt className="text-h3">{term}</dt>
      <dd className="min-w-0 text-body-lg text-pretty">{children}</dd>
    </div>
  );
}
