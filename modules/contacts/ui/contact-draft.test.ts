import { expect, test } from 'vitest';
import { namedBy } from './contact-draft.ts';

test.each([
  ['', {}],
  ['acm', { firstName: 'acm' }],
  [' Jo  van Lee ', { firstName: 'Jo', lastName: 'van Lee' }],
  ['jo@acme.com', { email: 'jo@acme.com' }],
  ['+1 555 010', { phone: '+1 555 010' }],
  ['R2', { firstName: 'R2' }],
])('%j begins a contact as %o', (typed, draft) => expect(namedBy(typed)).toEqual(draft));
