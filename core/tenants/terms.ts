import { createHash } from 'node:crypto';

const VERSION = '2026-11-22';

const TEXT = `Terms of service of Aura, version ${VERSION}

1. What this is. Aura keeps your sales team's records: organizations, contacts, deals, activities and products. These
terms are between the company you sign up for and the operator of this Aura installation.

2. Who accepts. By typing your name you accept for your company and say that you may do so.

3. Your data is yours. We store and process it only to run the service for you. You can read all of it out through the
REST API at any time. We do not sell it, look at it for our own purposes, or train models with it.

4. Keeping it apart. Every workspace's data is separated by the database itself. Our operators can suspend or close a
workspace but have no access to its business records.

5. Personal data. For the people in your records you are the controller and we are the processor and act only
on your instructions. You make sure that you may keep what you enter.

6. Your part. Keep passwords and API keys to yourselves, invite only people who work for you, and do not use the service
to break the law, to send spam or to attack others.

7. Availability. We work to keep the service running, but we do not promise that it never fails.

8. Suspension. We may suspend a workspace that endangers others, breaks these terms or is not paid for. Data is kept
while it is suspended, and we say why.

9. Ending. You can ask us to close your workspace whenever you want; we then delete its records for good.

10. Liability. We are liable without limit for intent and gross negligence. Otherwise liability is limited to what you
paid in the twelve months before, as far as the law allows.

11. Changes. A new version of these terms is shown to your administrators and holds only once one of them accepts it.
`;

export type Terms = { version: string; text: string; hash: string };

/** The terms that are accepted at sign-up (F1.7). A changed text needs a new version. */
export function currentTerms(): Terms {
  return { version: VERSION, text: TEXT, hash: createHash('sha256').update(TEXT).digest('hex') };
}
