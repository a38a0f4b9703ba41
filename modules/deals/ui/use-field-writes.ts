'use client';

import { apiFailure } from '@aura/api/client';
import { failureText } from '@aura/api/record-edit';
import { announce } from '@aura/ui/announce';
import type { Deal } from '../deal.schema.ts';
import type { DealChanges, FieldChanges } from './deal-changes.ts';
import { fieldLabels } from './field-labels.ts';
import type { Problems } from './use-problems.ts';

type Write = { what: string; write: (deal: Deal) => Promise<unknown> };

/** Changes of fields shown at once; what the server refuses is said on the deal, which is as before again. */
export function useFieldWrites(changes: DealChanges, problems: Problems) {
  async function keep(deal: Deal, { what, write }: Write): Promise<void> {
    problems.set(deal.id, null);
    try {
      await write(deal);
      announce(`${what} saved`);
    } catch (error) {
      const { status, current } = apiFailure(error);
      const isStale = status === 412;
      const message = isStale
        ? 'Someone changed this deal meanwhile. Retry to change it all the same.'
        : failureText(error);
      // On top of what the other person saved.
      const latest = isStale && current ? { ...deal, ...(current as Deal) } : deal;
      const retry = (): void => void keep(latest, { what, write });
      problems.set(deal.id, { kind: status === 0 ? 'offline' : 'refused', message, retry });
      announce(`${what} of ${deal.name} not saved: ${message}`, { assertive: true });
    }
  }
  return {
    change: (deal: Deal, fields: FieldChanges) =>
      keep(deal, { what: whatOf(fields), write: (latest) => changes.change(latest, fields) }),
    assign: (deal: Deal, person: { userId: string; name: string }) =>
      keep(deal, { what: `Owner ${person.name}`, write: (latest) => changes.assign(latest, person) }),
  };
}

function whatOf(fields: FieldChanges): string {
  const [first] = Object.keys(fields);
  return (first && fieldLabels[first]) || 'Deal';
}
