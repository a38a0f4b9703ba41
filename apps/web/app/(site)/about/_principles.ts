export type Principle = { title: string; text: string };

export const principles: readonly Principle[] = [
  {
    title: 'The next step comes first',
    text: 'An open deal without one is the only thing Aura shouts about. Everything else can wait its turn.',
  },
  {
    title: 'Writing it down must pay at once',
    text: 'Whoever logs a call should get something back in the same minute: a planned next step, a shorter list of silent deals, a question they will not be asked on Monday.',
  },
  {
    title: 'Figures agree, or they are not shown',
    text: 'A total comes from the same rows as the list beneath it. What could not be loaded is said to be missing. It is never a zero.',
  },
  {
    title: 'The wall is in the database',
    text: 'One company’s records are kept from another’s by the place where they are stored, not by every programmer remembering to ask. People forget; a policy does not.',
  },
  {
    title: 'Your records stay yours',
    text: 'They leave as CSV and JSON whenever you like, and nobody has to be asked. A product that people can leave has to be good enough to stay with.',
  },
  {
    title: 'Nobody is measured behind their back',
    text: 'What a manager sees about a rep, the rep sees too. Figures are there to help with a deal, not to rank the person who works on it.',
  },
  {
    title: 'Every hand, every screen',
    text: 'By keyboard alone, with a screen reader, on a telephone in the rain: the same work gets done. What only works with a mouse is not finished.',
  },
];

/** What people may expect of a CRM and will not find. */
export const leftOut: readonly string[] = [
  'E-mail is not read or sent from inside a workspace.',
  'There is no marketing automation, and no campaign goes out from here.',
  'There are no native mobile apps: the pages are made for the telephone’s browser.',
  'Single sign-on by SAML is not there yet.',
  'Nothing predicts your quarter. The forecast is your own stages, weighted.',
];
