import type { ReactNode } from 'react';
import { QuestionList } from '../_frame/question-list.tsx';

const questions = [
  {
    question: 'How long until my team can work?',
    answer:
      'A few minutes. You choose an address, a password and a currency, and the workspace opens with a pipeline in it. People you invite need only the link from their e-mail.',
  },
  {
    question: 'We have everything in a spreadsheet. Now what?',
    answer:
      'Import it as CSV. Aura suggests which column is what, shows what would happen before anything does, tells you which rows have a problem, and can undo the whole import.',
  },
  {
    question: 'Who can see our data?',
    answer:
      'The people you invite, each as far as their role goes: sales reps see their own records and those shared with them. We who run Aura can suspend a workspace, but have no access to its records.',
  },
  {
    question: 'Can we leave again?',
    answer:
      'Yes. Any list, and the whole workspace, can be taken out as CSV or JSON, and everything can be read through the documented REST API.',
  },
  {
    question: 'Is there an API?',
    answer:
      'Yes, a REST API with an OpenAPI description, used by the same rules as the pages. Every person can make keys that may do what they may do, or less.',
  },
];

export function Questions(): ReactNode {
  return <QuestionList title="Questions people ask first" questions={questions} />;
}
