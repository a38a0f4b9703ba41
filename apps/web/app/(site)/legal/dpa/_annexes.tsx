import type { Company } from '@aura/site';
import type { ReactNode } from 'react';
import type { Chapter } from '../../_frame/chapters.tsx';

/** Only what this software does today stands here; what the operator adds is said by the operator. */
export function annexChapters(company: Company): readonly Chapter[] {
  return [
    {
      id: 'annex-measures',
      title: 'Annex: technical measures',
      body: (
        <>
          <h3>Separation</h3>
          <p>
            Row-level security, enabled and forced on every table with business records, under a context that the
            database derives from the session’s secret. No login of the application can bypass it. Tested in each run by
            six independent gates, described under <a href="/security">security</a>.
          </p>
          <h3>Access</h3>
          <p>
            Three roles, enforced by the database; sessions that end after thirty idle days; access ends at once with
            deactivation. Passwords as argon2id hashes, other secrets as SHA-256 or HMAC. Limits on attempts and
            requests. A code by e-mail before data is exported.
          </p>
          <h3>Transmission</h3>
          <p>
            Cookies that scripts cannot read and that one host alone receives; a content security policy with a nonce
            for each answer; HSTS wherever TLS is used in front, as the operator’s proxy does.
          </p>
          <h3>Traceability</h3>
          <p>
            An audit log, written by the database in the same transaction as the change, not changeable by the
            application, and sealed in a chain. Refused accesses are recorded.
          </p>
          <h3>Integrity</h3>
          <p>
            References that cannot cross workspaces; constraints in the database; edits of a record that somebody else
            has changed meanwhile are refused and shown. Deleted records can be restored until they are removed for
            good.
          </p>
          <h3>Minimization</h3>
          <p>
            Log lines carry numbers of requests, no names and no addresses. No data goes to third parties by itself.
          </p>
        </>
      ),
    },
    {
      id: 'sub-processors',
      title: 'Annex: sub-processors',
      body: <SubProcessors company={company} />,
    },
    {
      id: 'annex-law',
      title: 'Annex: place and law',
      body: (
        <p>
          Place of processing: {company.dataRegion ?? 'where the operator runs this installation; named on request'}.
          Law: {company.governingLaw ?? 'that of the processor’s seat, unless the law of the controller’s is mandatory'}
          .
        </p>
      ),
    },
  ];
}

function SubProcessors({ company: { subProcessors } }: { company: Company }): ReactNode {
  if (subProcessors.length === 0) return <p>None.</p>;
  return (
    <ul>
      {subProcessors.map(({ name, purpose, place }) => (
        <li key={name}>
          <strong>{name}</strong>: {purpose}, {place}
        </li>
      ))}
    </ul>
  );
}
