import type { ImportOptions } from '../../import/import.schema.ts';
import { type ImportDraft, templatesOf } from './import-draft.ts';
import { sentOptions, sentValues } from './value-decisions.ts';

export type SentOptions = Partial<ImportOptions>;

/** The options as they are sent; before the mapping was seen the server guesses. */
export function optionsOf(draft: ImportDraft, { dryRun }: { dryRun: boolean }): SentOptions {
  const { preview } = draft;
  const newOptions = sentOptions(draft);
  return {
    dryRun,
    duplicates: draft.duplicates,
    createMissing: [...draft.createMissing],
    ...(preview ? { mapping: draft.mapping, template: templatesOf(draft, preview), values: sentValues(draft) } : {}),
    ...(Object.keys(newOptions).length > 0 ? { newOptions } : {}),
    ...(draft.dateFormat ? { dateFormat: draft.dateFormat } : {}),
    ...(draft.numberFormat ? { numberFormat: draft.numberFormat as NonNullable<ImportOptions['numberFormat']> } : {}),
    ...(draft.entity === 'members' && draft.emailPattern.trim() ? { emailPattern: draft.emailPattern.trim() } : {}),
    ...(draft.entity === 'members' ? { sendInvitations: draft.sendInvitations } : {}),
  };
}
