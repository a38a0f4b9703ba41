import type { Chapter } from '../_frame/chapters.tsx';

export const securityChapters: readonly Chapter[] = [
  {
    id: 'tables',
    title: 'Every table, forced',
    body: (
      <p>
        Each table with business records has row-level security enabled <strong>and forced</strong>, so it binds the
        table’s owner too. No role may bypass it. Keys, unique indexes and references all begin with the workspace, so
        that not even a wrong reference can point across. One declaration makes all of it; no table is protected by hand
        and slightly wrong.
      </p>
    ),
  },
  {
    id: 'roles',
    title: 'Roles hold there, too',
    body: (
      <p>
        A sales rep’s request runs under a role that sees a rep’s rows: their own, and those shared with them. Managers
        and administrators see the whole workspace. That is decided by the database and not by which buttons are shown,
        and it holds for lists, search, exports, imports and the API alike.
      </p>
    ),
  },
  {
    id: 'sessions',
    title: 'Passwords and sessions',
    body: (
      <>
        <p>
          Passwords are kept as argon2id hashes; session secrets, API keys and links from mails as hashes, too. We
          cannot read them. Ten wrong passwords close an account for the address that they came from.
        </p>
        <p>
          A session belongs to one workspace’s address and is refused at any other. It ends after thirty days without
          use and after ninety in any case; you see all of yours and can end each. A deactivated person is out at once.
        </p>
      </>
    ),
  },
  {
    id: 'pages',
    title: 'Pages and requests',
    body: (
      <p>
        Cookies of a session cannot be read by scripts. Pages run only scripts of our own, each marked for that one
        answer, and load nothing from anywhere else: no analytics, no fonts or pictures from other hosts. Requests are
        limited per person and per address.
      </p>
    ),
  },
  {
    id: 'log',
    title: 'A log that nobody edits',
    body: (
      <p>
        The database itself writes down changes, sign-ins, exports and refused attempts, in the same step as the thing
        itself. Entries are sealed in a chain, so that a line taken out would show. Your administrators can read it, and
        have the chain checked.
      </p>
    ),
  },
  {
    id: 'operators',
    title: 'Who runs Aura',
    body: (
      <p>
        Those who run an installation can suspend, reopen or close a workspace. Aura gives them no page and no key that
        opens its business records. Whoever owns the machine itself is another matter, and is named below.
      </p>
    ),
  },
];
