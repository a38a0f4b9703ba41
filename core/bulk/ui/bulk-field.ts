import { parseAmount } from '@aura/ui/format-money';
import type { ReactNode } from 'react';

/** How a value is given: each kind has its control, `link` the noun's own. */
export type BulkFieldKind = 'text' | 'longText' | 'date' | 'amount' | 'percent' | 'yesNo' | 'link';

/** A field that a list's records have in common. */
export type BulkField = {
  /** Its name in the API. */
  name: string;
  label: string;
  kind: BulkFieldKind;
  /** Must stay filled. */
  isKept?: boolean;
  help?: string;
  /** The control of a link, whose value is an id. */
  control?: (props: { value: string | null; onChange: (id: string | null) => void }) => ReactNode;
};

/** What was typed, as the API takes it; undefined while it is nothing that can be sent. */
export function readValue({ kind }: BulkField, typed: string): unknown {
  const text = typed.trim();
  if (text === '') return undefined;
  switch (kind) {
    case 'amount':
      return parseAmount(text) ?? undefined;
    case 'percent':
      return /^\d{1,3}$/.test(text) && Number(text) <= 100 ? Number(text) : undefined;
    case 'yesNo':
      return text === 'yes';
    default:
      return text;
  }
}
