import type { Chapter } from '../../_frame/chapters.tsx';

/** What the processor owes, in the order of Art. 28(3). */
export const dutyChapters: readonly Chapter[] = [
  {
    id: 'instructions',
    title: 'Instructions',
    body: (
      <p>
        The processor processes personal data only on the controller’s documented instructions. The use of the workspace
        and of its API, the terms and this addendum are such instructions; others are given in writing. If the processor
        holds that one breaks the law, it says so at once and may wait until it is confirmed or changed. If a law
        obliges it to do otherwise, it tells the controller first, unless that law forbids it.
      </p>
    ),
  },
  {
    id: 'confidence',
    title: 'Confidentiality',
    body: (
      <p>
        Whoever works for the processor and could come near this data is bound to confidentiality, in time and after it.
        Aura gives operators no page that shows a workspace’s business records.
      </p>
    ),
  },
  {
    id: 'measures',
    title: 'Security',
    body: (
      <p>
        The processor keeps the technical and organizational measures of the annex (Art. 32 GDPR). It may replace them
        by better ones, never by weaker.
      </p>
    ),
  },
  {
    id: 'others',
    title: 'Sub-processors',
    body: (
      <p>
        The controller agrees in general to sub-processors. Those of today are in the annex. Before another is added or
        exchanged, the processor tells the controller’s administrators by e-mail at least thirty days ahead; they may
        object for good reason, and leave if no way is found. A sub-processor is bound to the same duties, and the
        processor answers for it.
      </p>
    ),
  },
  {
    id: 'transfers',
    title: 'Transfers',
    body: (
      <p>
        Personal data goes to a country outside the European Economic Area only on the controller’s instruction and if
        Chapter V GDPR is kept: by an adequacy decision, or by the standard contractual clauses of the Commission
        (Decision 2021/914), which are then part of this addendum.
      </p>
    ),
  },
  {
    id: 'assistance',
    title: 'Help with people’s rights',
    body: (
      <p>
        The controller can find, correct, export and archive its records by itself. Where that does not suffice, the
        processor helps it to answer people who ask for access, correction, erasure, restriction or portability. What
        reaches the processor directly it passes on without delay and does not answer itself. It helps likewise with
        impact assessments and with questions of authorities.
      </p>
    ),
  },
  {
    id: 'breaches',
    title: 'Breaches',
    body: (
      <p>
        If personal data is breached, the processor tells the controller’s administrators without undue delay, and at
        the latest 48 hours after learning of it: what happened, whose and which data is concerned, what may follow, and
        what is being done. What is not yet known follows as it is.
      </p>
    ),
  },
  {
    id: 'deletion',
    title: 'Return and deletion',
    body: (
      <p>
        The controller can take out everything, as CSV and JSON, as long as the workspace is open. When it is closed,
        the processor deletes its records, and confirms it in writing if asked. Copies in backups go when the backups
        are replaced, within 30 days, unless a law obliges the processor to keep them.
      </p>
    ),
  },
  {
    id: 'audits',
    title: 'Audits',
    body: (
      <p>
        The processor makes available what is needed to show that it keeps its duties, and allows audits by the
        controller or by an auditor bound to secrecy: with thirty days’ notice, once a year and after a breach, in
        working hours, and without reach into other companies’ data.
      </p>
    ),
  },
];
