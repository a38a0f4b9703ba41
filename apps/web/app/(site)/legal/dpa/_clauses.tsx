import { type Company, fullNameOf } from '@aura/site';
import type { Chapter } from '../../_frame/chapters.tsx';

/** Between whom, about what, for how long. */
export function clauseChapters(company: Company): readonly Chapter[] {
  return [
    {
      id: 'parties',
      title: 'Parties',
      body: (
        <>
          <p>
            <strong>The controller</strong> is the company that has accepted the{' '}
            <a href="/legal/terms">terms of service</a> for its workspace. <strong>The processor</strong> is{' '}
            {fullNameOf(company)}.
          </p>
          <p>
            This addendum belongs to those terms. Where the two disagree about personal data, the addendum holds. A
            company that needs it signed writes to <a href={`mailto:${company.email}`}>{company.email}</a> and gets a
            copy to sign.
          </p>
        </>
      ),
    },
    {
      id: 'subject',
      title: 'Subject and duration',
      body: (
        <p>
          The processor runs the workspace: it stores, shows, searches, imports and exports the records that the
          controller’s people enter. It does so as long as the workspace exists, and after that only as far as deletion
          and return take time.
        </p>
      ),
    },
    {
      id: 'nature',
      title: 'Nature and purpose',
      body: (
        <p>
          Processing by software, on servers, to give the controller a system for its sales: organizations, contacts,
          deals, activities and products. The processor pursues no purpose of its own with this data: no advertising, no
          sale, no training of models.
        </p>
      ),
    },
    {
      id: 'data',
      title: 'Types of data',
      body: (
        <ul>
          <li>Of contacts: name, e-mail, telephone, title, organization, and the fields that the controller adds.</li>
          <li>Of activities: calls, e-mails, meetings and notes about them, as they were written down.</li>
          <li>Of deals: the people concerned, amounts, stages, and their history.</li>
          <li>Of members: name, e-mail, title, department, role, sessions and entries of the audit log.</li>
        </ul>
      ),
    },
    {
      id: 'people',
      title: 'Whose data',
      body: (
        <p>
          The controller’s customers and prospects and the people who work for them, its other business contacts, and
          its own members. <strong>Special categories</strong> of data (Art. 9 GDPR) are not meant to be entered; Aura
          has no fields of its own for them.
        </p>
      ),
    },
  ];
}
