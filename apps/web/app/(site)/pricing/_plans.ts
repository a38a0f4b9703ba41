import type { Question } from '../_frame/question-list.tsx';

export type Plan = {
  id: string;
  name: string;
  who: string;
  /** Whole dollars for one person and month. */
  price: { monthly: number; yearly: number };
  state: 'now' | 'planned';
  /** Said under the price; the same order in each plan. */
  terms: { people: string; billing: string; leave: string };
};

export const plans: readonly Plan[] = [
  {
    id: 'preview',
    name: 'Preview',
    who: 'Every team, today',
    price: { monthly: 0, yearly: 0 },
    state: 'now',
    terms: { people: 'As many as you are', billing: 'None, and no card', leave: 'Any day' },
  },
  {
    id: 'team',
    name: 'Team',
    who: 'After the preview, up to 50 people',
    price: { monthly: 15, yearly: 12 },
    state: 'planned',
    terms: { people: 'Up to 50', billing: 'Monthly or yearly', leave: 'At the end of the period' },
  },
  {
    id: 'company',
    name: 'Company',
    who: 'After the preview, from 51 people',
    price: { monthly: 12, yearly: 9 },
    state: 'planned',
    terms: { people: '51 to 300', billing: 'Monthly or yearly', leave: 'At the end of the period' },
  },
];

/** What each plan has. All have all of it: only what can be used today stands here. */
export const features: readonly { title: string; lines: readonly string[] }[] = [
  {
    title: 'Selling',
    lines: [
      'Board and table of deals, several pipelines with stages of your own and what each asks for',
      'Contacts, organizations and their subsidiaries, with duplicates found and merged, and merges taken back',
      'Calls, e-mails, meetings and notes in one timeline, with mentions',
      'Asking a manager for help, and sharing a record',
      'Product catalogue with price history',
      'Dashboards and five reports, up to date within seconds',
    ],
  },
  {
    title: 'Working fast',
    lines: [
      'Saved views of every list, your own or for everyone',
      'Changes to many records at once, and their undo',
      'One command field for records and actions, and keys for what is done often',
      'Notifications, each kind to be switched off',
    ],
  },
  {
    title: 'Your data',
    lines: [
      'Custom fields to filter, sort, import and export by',
      'Search that forgives typing',
      'CSV import with a dry run, and undo',
      'Export of lists and of the whole workspace, CSV and JSON, and a way back in',
      'REST API with OpenAPI, and keys for programs',
    ],
  },
  {
    title: 'Keeping it yours',
    lines: [
      'Separation by the database',
      'Admins, managers and sales reps, and records shared one by one',
      'An answer to who sees a record, and by which rule',
      'Audit log, sealed in a chain',
      'A list of your sessions, each to be ended',
    ],
  },
];

export const questions: readonly Question[] = [
  {
    question: 'When does the preview end?',
    answer:
      'There is no date yet. Administrators are told by e-mail at least sixty days before, and the prices here are what we plan for then.',
  },
  {
    question: 'Will we be charged by surprise?',
    answer:
      'No. We have no card of yours. Paid plans come with new terms, and those hold only once one of your administrators accepts them.',
  },
  {
    question: 'What is taken out of the smaller plan?',
    answer: 'Nothing. Every plan is the whole product; larger teams pay less for each person.',
  },
  {
    question: 'Whom do we count?',
    answer: 'People who can sign in. Deactivated people stay in your history and cost nothing.',
  },
  {
    question: 'Are taxes included?',
    answer: 'No. Prices are in US dollars, without value added or sales tax, which is added where the law asks for it.',
  },
];
