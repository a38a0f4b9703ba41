import { describe, expect, it } from 'vitest';
import { doneText, previewText, skippedText } from './bulk-words.ts';

const noun = ['deal', 'deals'] as const;
const sentence = (what: string, tense?: 'done'): string => `Owner of ${what} ${tense ? 'is now' : 'becomes'} Ana`;
const preview = { total: 10, judged: 10, changing: 10, unchanged: 0, refused: 0, reasons: [], failures: [] };

describe('a preview in words', () => {
  it('says what changes, what is skipped and what is so already', () => {
    expect(previewText(preview, { noun, sentence })).toBe('Owner of 10 deals becomes Ana.');
    expect(previewText({ ...preview, changing: 1, refused: 6, unchanged: 3 }, { noun, sentence })).toBe(
      "Owner of 1 deal becomes Ana; 6 that can't be changed will be skipped; 3 are so already.",
    );
  });

  it('does not promise a change where there is none', () => {
    expect(previewText({ ...preview, changing: 0, unchanged: 10 }, { noun, sentence })).toBe(
      'None of 10 deals would change; 10 are so already.',
    );
  });

  it('says of how many it speaks when there are very many', () => {
    expect(previewText({ ...preview, total: 40_000, judged: 10_000, refused: 2 }, { noun, sentence })).toBe(
      "Owner of up to 40,000 deals becomes Ana; 2 that can't be changed will be skipped, of the first 10,000.",
    );
  });
});

describe('what was done, in words', () => {
  it('names the number, and an undo as one', () => {
    expect(doneText({ changed: 1_204, undoOf: null }, noun, sentence)).toBe('Owner of 1,204 deals is now Ana');
    expect(doneText({ changed: 1, undoOf: 'x' }, noun, sentence)).toBe('1 deal put back as before');
    expect(skippedText({ failed: 1 })).toBe('1 was skipped');
    expect(skippedText({ failed: 0 })).toBeNull();
  });
});
