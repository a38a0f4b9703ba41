'use client';

import { RestoreButton } from '@aura/ui/restore-button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { CustomFieldEntity } from '../custom-field.ts';
import { typeWords } from './field-words.ts';
import { useCustomFieldsApi } from './use-custom-fields-api.ts';
import { useFieldChanges } from './use-field-changes.ts';

/** Archived fields of an entity; nothing where there are none. */
export function ArchivedFields({ entity }: { entity: CustomFieldEntity }): ReactNode {
  const headingId = useId();
  const { data } = useQuery(useCustomFieldsApi().ofEntity.queryOptions({ entity, archived: true }));
  const { restore } = useFieldChanges();
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby={headingId} className="pt-8">
      <h2 id={headingId} className="pb-2 text-h2">
        Archived
      </h2>
      <ul className="rounded-panel border border-line bg-surface">
        {data.items.map(({ id, label, key, type, abilities }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-2 last:border-b-0 sm:px-4"
          >
            <div className="min-w-0">
              <p className="wrap-anywhere">{label}</p>
              <p className="text-small wrap-anywhere text-muted">
                {typeWords[type]} · <code>{key}</code>
              </p>
            </div>
            {abilities.restore ? <RestoreButton name={label} onRestore={() => restore({ id })} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
