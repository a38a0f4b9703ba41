import { type Company, fullNameOf } from '@aura/site';
import type { Chapter } from '../../_frame/chapters.tsx';

/** What is kept, for what, and how long. */
export function keptChapters(company: Company): readonly Chapter[] {
  return [
    {
      id: 'who',
      title: 'Who is responsible',
      body: (
        <>
          <p>
            {fullNameOf(company)}, <a href={`mailto:${company.email}`}>{company.email}</a>, is responsible for this site
            and for the accounts of the people who sign in.
          </p>
          <p>
            For the records <strong>inside a workspace</strong>, such as its contacts and deals, the company that keeps
            them is responsible, and we process them on its behalf under the{' '}
            <a href="/legal/dpa">data processing addendum</a>. If your name stands in such a record, ask that company.
          </p>
        </>
      ),
    },
    {
      id: 'visit',
      title: 'When you visit',
      body: (
        <p>
          Your browser sends its address, the page it wants and what kind of browser it is. The address is counted for
          some minutes, to hold off attacks. Aura’s own log keeps the number of a request and how it went, no names and
          no e-mail addresses. Legal basis: our legitimate interest in a site that works and withstands attacks (Art.
          6(1)(f) GDPR).
        </p>
      ),
    },
    {
      id: 'account',
      title: 'When you have an account',
      body: (
        <>
          <p>To let you in and to do what your workspace asks for (Art. 6(1)(b) and (f) GDPR) we keep:</p>
          <ul>
            <li>your name and e-mail address, and what your profile says: title, department, manager;</li>
            <li>a hash of your password, from which it cannot be read;</li>
            <li>
              your sessions with time, address and browser, until thirty days after they end, so that you can see and
              end them;
            </li>
            <li>
              sign-ins, refused attempts and changes in your workspace’s audit log, kept for at least twelve months; its
              administrators read it.
            </li>
          </ul>
          <p>
            Whoever accepts the terms for a company is kept with that contract: the typed name, the time, the address,
            the browser and the hash of the text.
          </p>
        </>
      ),
    },
    {
      id: 'messages',
      title: 'When you write to us',
      body: (
        <p>
          What you send with a form of this site (a message, an application, your address to hear of roles) becomes one
          e-mail to us. The site itself keeps none of it. We keep the e-mail as long as the matter takes; applications
          for six months after our answer; your wish to hear of roles until you take it back. Legal basis: your request
          (Art. 6(1)(b)), your consent for the list of roles (Art. 6(1)(a)).
        </p>
      ),
    },
    {
      id: 'cookies',
      title: 'What stays in your browser',
      body: (
        <>
          <ul>
            <li>
              <code>__Host-aura</code>: your session, at your workspace’s address only. Ends with the session.
            </li>
            <li>
              <code>aura-theme</code>, <code>aura-density</code>, <code>aura-shortcuts</code>, <code>aura-motion</code>,{' '}
              <code>aura-rail</code>: how you like your pages. Set when you choose, for a year.
            </li>
            <li>
              In the browser’s own storage: the workspaces that you opened from the log-in page, and drafts of forms
              that you have not sent. Neither is sent to anyone.
            </li>
          </ul>
          <p>All of these are needed for what you asked for. There is nothing to consent to, so no banner asks.</p>
        </>
      ),
    },
  ];
}
