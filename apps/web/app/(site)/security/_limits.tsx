import type { Company } from '@aura/site';
import type { Chapter } from '../_frame/chapters.tsx';

/** What is not promised: as much a part of the page as what is. */
export function limitChapters({ email, dataRegion }: Company): readonly Chapter[] {
  return [
    {
      id: 'limits',
      title: 'What it does not protect against',
      body: (
        <ul>
          <li>
            <strong>Whoever owns the machine.</strong> A superuser of the database, or somebody with its files or
            backups, reads everything. The seals of the log make changes visible there, not impossible.
          </li>
          <li>
            <strong>A stolen session.</strong> Whoever has a person’s cookie or key can do what that person may do, in
            that workspace, until it is ended.
          </li>
          <li>
            <strong>A colleague’s guess.</strong> Within a workspace an e-mail address is unique among contacts. A rep
            who enters one that a colleague’s contact has is refused, and so learns that it exists.
          </li>
          <li>
            <strong>Sizes.</strong> How large the whole installation is, in rows, can be read under the application’s
            login. Not whose rows they are.
          </li>
          <li>
            <strong>Disturbance.</strong> Foreign SQL under the application’s login could slow others down or cut their
            request short. It would read and write nothing of theirs.
          </li>
        </ul>
      ),
    },
    {
      id: 'not-yet',
      title: 'What we do not have',
      body: (
        <ul>
          <li>No certificate: neither ISO 27001 nor SOC 2 nor any other.</li>
          <li>No test by an outside firm so far.</li>
          <li>No promise of availability, and no single sign-on.</li>
        </ul>
      ),
    },
    {
      id: 'where',
      title: 'Where records are kept',
      body: (
        <p>
          {dataRegion
            ? `${dataRegion}. `
            : 'Where the operator of this installation runs its servers and its database; ask for the place before you bring in records. '}
          Who else takes part in it is listed in the <a href="/legal/dpa#sub-processors">data processing addendum</a>.
          Encryption on the way is the work of the TLS proxy in front; reached through one, Aura tells browsers to come
          no other way.
        </p>
      ),
    },
    {
      id: 'report',
      title: 'Found something?',
      body: (
        <p>
          Write to <a href={`mailto:${email}?subject=Security`}>{email}</a> with “security” in the subject. Say how to
          see it happen. Use workspaces of your own, touch nobody else’s records, and give us the time to mend it before
          you tell others. We will not go to law against anyone who does it this way. There is no bounty.
        </p>
      ),
    },
  ];
}
