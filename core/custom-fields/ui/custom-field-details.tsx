'use client';

import { Button } from '@aura/ui/button';
import { DateText } from '@aura/ui/date-text';
import { DetailRow } from '@aura/ui/detail-list';
import { InlineEdit } from '@aura/ui/inline-edit';
import { Link } from '@aura/ui/link';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CustomField } from '../custom-field.schema.ts';
import type { CustomFieldEntity, CustomValues } from '../custom-field.ts';
import { CustomFieldControl } from './custom-field-control.tsx';
import { shownOf, storedOf, textOf } from './custom-field-text.ts';
import { useFieldsInSight } from './find-fields.tsx';
import { useCustomFields } from './use-custom-fields.ts';

export type CustomFieldDetailsProps = {
  entity: CustomFieldEntity;
  values: CustomValues;
  /** Saves some values; the rest stays. Throws an error whose message is shown at the field. */
  onSave: (values: CustomValues) => Promise<unknown>;
  disabledReason?: string | null;
};

/** Rows for a DetailList: each custom field of the record, edited where it stands. */
export function CustomFieldDetails({ entity, values, onSave, disabledReason }: CustomFieldDetailsProps): ReactNode {
  const { fields, isFailed, retry } = useCustomFields(entity);
  // Empty ones that may stay so are behind a button, where there are many.
  const sight = useFieldsInSight(fields, ({ key, required }) => required || !isEmpty(values[key]), { few: 0 });
  if (isFailed) {
    return (
      <DetailRow label="More fields">
        Couldn't load them.{' '}
        <button type="button" className="text-link min-h-6" onClick={retry}>
          Retry
        </button>
      </DetailRow>
    );
  }
  return (
    <>
      {sight.finder ? <DetailRow label="Custom fields">{sight.finder}</DetailRow> : null}
      {sight.fields.map((field) => (
        <DetailRow key={field.id} label={field.label} actions={<LinkOf field={field} value={values[field.key]} />}>
          <InlineEdit
            label={field.label}
            value={textOf(values[field.key])}
            display={<Shown field={field} value={values[field.key]} />}
            disabledReason={disabledReason ?? null}
            onSave={(text) => onSave({ [field.key]: storedOf(field, text) })}
            editor={({ ...control }) => <CustomFieldControl field={field} {...control} />}
          />
        </DetailRow>
      ))}
      {sight.hidden > 0 ? (
        <DetailRow label="">
          <Button variant="ghost" size="sm" className="-ms-2.5" onClick={sight.showAll}>
            Show {sight.hidden} empty {sight.hidden === 1 ? 'field' : 'fields'}
          </Button>
        </DetailRow>
      ) : null}
    </>
  );
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

function Shown({ field, value }: { field: CustomField; value: unknown }): ReactNode {
  if (isEmpty(value)) return <span className="text-subtle">Add</span>;
  if (field.type === 'date') return <DateText value={shownOf(field, value)} />;
  return shownOf(field, value);
}

function LinkOf({ field, value }: { field: CustomField; value: unknown }): ReactNode {
  if (typeof value !== 'string' || value === '') return null;
  if (field.type === 'email') {
    return (
      <a href={`mailto:${value}`} className={linkClass}>
        Write<span className="sr-only"> to {value}</span>
      </a>
    );
  }
  if (field.type !== 'url' || !/^https?:\/\//i.test(value)) return null;
  return (
    <Link href={value} target="_blank" rel="noopener noreferrer" className={linkClass}>
      <ExternalLink aria-hidden className="size-4" />
      <span className="sr-only">Open {field.label} in a new tab</span>
    </Link>
  );
}

const linkClass = 'inline-flex min-h-8 items-center text-link text-small pointer-coarse:min-h-11';
