import { expect, test } from 'vitest';
import { emptyDraft, problemsOf, toActivity } from './activity-draft.ts';

const target = { contactId: '018f0000-0000-7000-8000-000000000001' };

test('a call needs nothing but its outcome', () => {
  const draft = { ...emptyDraft, outcome: 'Connected' };
  expect(problemsOf(draft)).toEqual([]);
  expect(toActivity(draft, target, null)).toEqual({
    ...target,
    type: 'call',
    subject: 'Call: connected',
    body: null,
    outcome: 'Connected',
  });
});

test("a note's subject is its first line, and the rest is kept", () => {
  const note = { ...emptyDraft, type: 'note' as const, body: 'Wants a demo\nNext week, with the CFO' };
  expect(toActivity(note, target, null)).toMatchObject({
    subject: 'Wants a demo',
    body: 'Wants a demo\nNext week, with the CFO',
  });
  expect(toActivity({ ...note, body: 'Short' }, target, null)).toMatchObject({ subject: 'Short', body: null });
});

test('what is missing is said by its field', () => {
  expect(problemsOf({ ...emptyDraft, type: 'note' })).toEqual([{ field: 'body', message: 'Write the note' }]);
  expect(problemsOf({ ...emptyDraft, type: 'meeting' })).toHaveLength(1);
  expect(problemsOf({ ...emptyDraft, minutes: 'ten' })).toHaveLength(1);
});
