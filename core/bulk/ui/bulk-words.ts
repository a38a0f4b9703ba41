import { type Noun, totalText } from '@aura/ui/list-text';
import type { BulkEdit, BulkPreview } from '../bulk.schema.ts';

/** "Owner of 1,204 deals becomes Ana", and once it is done, "is now Ana". */
export type Sentence = (what: string, tense?: 'done') => string;

/** What would happen, before it does: "Owner of 12 deals becomes Ana; 6 that can't be changed will be skipped." */
export function previewText(
  { total, judged, changing, unchanged, refused }: BulkPreview,
  { noun, sentence }: { noun: Noun; sentence: Sentence },
): string {
  const isPart = judged < total;
  const changes = totalText({ total: isPart ? total : changing, totalIsEstimate: false }, noun);
  const parts = [
    changing === 0
      ? `None of ${totalText({ total }, noun)} would change`
      : sentence(isPart ? `up to ${changes}` : changes),
    refused > 0 ? `${refused.toLocaleString('en-US')} that can't be changed will be skipped` : null,
    unchanged > 0 ? `${unchanged.toLocaleString('en-US')} ${unchanged === 1 ? 'is' : 'are'} so already` : null,
  ];
  const text = parts.filter((part) => part !== null).join('; ');
  return isPart ? `${text}, of the first ${judged.toLocaleString('en-US')}.` : `${text}.`;
}

/** What has happened: "Owner of 12 deals is now Ana". */
export function doneText(
  { changed, undoOf }: Pick<BulkEdit, 'changed' | 'undoOf'>,
  noun: Noun,
  sentence: Sentence,
): string {
  const what = totalText({ total: changed }, noun);
  return undoOf ? `${what} put back as before` : sentence(what, 'done');
}

/** "6 were skipped", or nothing. */
export function skippedText({ failed }: Pick<BulkEdit, 'failed'>): string | null {
  if (failed === 0) return null;
  return `${failed.toLocaleString('en-US')} ${failed === 1 ? 'was' : 'were'} skipped`;
}
