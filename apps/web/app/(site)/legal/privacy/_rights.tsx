import type { Company } from '@aura/site';
import type { Chapter } from '../../_frame/chapters.tsx';

/** Who else gets data, and what people may ask for. */
export function rightsChapters({
  email,
  subProcessors,
  dataRegion,
  supervisoryAuthority,
}: Company): readonly Chapter[] {
  return [
    {
      id: 'others',
      title: 'Who else gets it',
      body: (
        <p>
          {subProcessors.length === 0
            ? 'Nobody: we have engaged no other company to process personal data. '
            : `The companies that we have engaged to run the service: ${subProcessors.map(({ name, purpose, place }) => `${name} (${purpose}, ${place})`).join('; ')}. `}
          We sell nothing and give nothing away. An authority gets what the law obliges us to give, and no more.
        </p>
      ),
    },
    {
      id: 'where',
      title: 'Where it is',
      body: (
        <p>
          {dataRegion
            ? `${dataRegion}. `
            : 'Where this installation’s servers stand; write to us and we name the place. '}
          If personal data of people in the European Economic Area were to go to a country without an adequate level of
          protection, the standard contractual clauses of the European Commission would go with it.
        </p>
      ),
    },
    {
      id: 'long',
      title: 'How long',
      body: (
        <p>
          Accounts: as long as you belong to a workspace. When a workspace is closed, its records are deleted. Backups
          may hold deleted data until they are replaced. What the law obliges us to keep, such as invoices, is kept as
          long as it says.
        </p>
      ),
    },
    {
      id: 'rights',
      title: 'What you can ask for',
      body: (
        <>
          <p>
            You may ask us, at <a href={`mailto:${email}`}>{email}</a>,
          </p>
          <ul>
            <li>what we keep about you, and for a copy that a machine can read;</li>
            <li>to correct it, to delete it, or to stop using it for a while;</li>
            <li>not to use it where we rely on our legitimate interest, for reasons of your own;</li>
            <li>to take back a consent, for the time to come.</li>
          </ul>
          <p>
            We answer within a month. You may also complain to a data protection authority
            {supervisoryAuthority ? `; for us it is ${supervisoryAuthority}` : ', for instance where you live'}.
          </p>
        </>
      ),
    },
    {
      id: 'machines',
      title: 'No decisions by machines',
      body: <p>Nothing here decides about people automatically, and no record is used to train a model.</p>,
    },
    {
      id: 'changes',
      title: 'Changes',
      body: <p>If this notice changes in more than its wording, account holders are told by e-mail before it holds.</p>,
    },
  ];
}
