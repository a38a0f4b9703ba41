'use client';

import { announce } from '@aura/ui/announce';
import { Badge } from '@aura/ui/badge';
import { ConfirmDialog } from '@aura/ui/confirm-dialog';
import { IconButton } from '@aura/ui/icon-button';
import { toast } from '@aura/ui/toast';
import { useQuery } from '@tanstack/react-query';
import { Archive, ArrowDown, ArrowUp, Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CustomField } from '../custom-field.schema.ts';
import type { CustomFieldEntity } from '../custom-field.ts';
import { moved } from '../field-key.ts';
import { recordsText, typeWords } from './field-words.ts';
import { useFieldsInSight } from './find-fields.tsx';
import { useCustomFieldsApi } from './use-custom-fields-api.ts';
import { useFieldChanges } from './use-field-changes.ts';

type FieldListProps = {
  entity: CustomFieldEntity;
  fields: readonly CustomField[];
  onEdit: (field: CustomField) => void;
};

/** The fields in the order of forms and records, to be moved, changed and archived. */
export function FieldList({ entity, fields, onEdit }: FieldListProps): ReactNode {
  const [archived, setArchived] = useState<CustomField | null>(null);
  const { order } = useFieldChanges();
  const sight = useFieldsInSight(fields, () => true);
  const ids = fields.map(({ id }) => id);
  const move = async ({ id, label }: CustomField, by: -1 | 1): Promise<void> => {
    const next = moved(ids, id, by);
    try {
      await order({ entity, ids: next });
      announce(`${label} is now ${next.indexOf(id) + 1} of ${next.length}`);
    } catch (error) {
      toast({ title: error instanceof Error ? error.message : 'The order was not saved', tone: 'danger' });
    }
  };
  return (
    <>
      {sight.finder ? <div className="max-w-80 pb-3">{sight.finder}</div> : null}
      <ol className="rounded-panel border border-line bg-surface">
        {sight.fields.map((field) => (
          <FieldRow
            key={field.id}
            field={field}
            place={ids.indexOf(field.id)}
            count={ids.length}
            onMove={(by) => void move(field, by)}
            onEdit={() => onEdit(field)}
            onArchive={() => setArchived(field)}
          />
        ))}
      </ol>
      <ArchiveDialog field={archived} onClose={() => setArchived(null)} />
    </>
  );
}

type FieldRowProps = {
  field: CustomField;
  place: number;
  count: number;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onArchive: () => void;
};

function FieldRow({ field, place, count, onMove, onEdit, onArchive }: FieldRowProps): ReactNode {
  const { label, key, type, options, required, abilities } = field;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2 last:border-b-0 sm:px-4">
      <div className="min-w-0 flex-[1_1_12rem]">
        <p className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
          {label}
          {required ? <Badge>Required</Badge> : null}
        </p>
        <p className="text-small wrap-anywhere text-muted">
          {typeWords[type]}
          {options.length > 0 ? `: ${optionsText(options)}` : ''} · <code>{key}</code>
        </p>
      </div>
      {abilities.update ? (
        <div className="-mx-1.5 flex">
          <IconButton
            label={`Move ${label} up`}
            icon={<ArrowUp aria-hidden />}
            disabledReason={place === 0 ? 'It is the first' : null}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={`Move ${label} down`}
            icon={<ArrowDown aria-hidden />}
            disabledReason={place === count - 1 ? 'It is the last' : null}
            onClick={() => onMove(1)}
          />
          <IconButton label={`Edit ${label}`} icon={<Pencil aria-hidden />} onClick={onEdit} />
          <IconButton label={`Archive ${label}`} icon={<Archive aria-hidden />} onClick={onArchive} />
        </div>
      ) : null}
    </li>
  );
}

const OPTIONS_SHOWN = 4;

function optionsText(options: readonly string[]): string {
  const more = options.length - OPTIONS_SHOWN;
  return options.slice(0, OPTIONS_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function ArchiveDialog({ field, onClose }: { field: CustomField | null; onClose: () => void }): ReactNode {
  const { archive, restore } = useFieldChanges();
  const { data } = useQuery(
    useCustomFieldsApi().usage.queryOptions({ id: field?.id ?? '' }, { enabled: field !== null, staleTime: 0 }),
  );
  const held = data
    ? data.records === 0
      ? 'No record holds a value.'
      : `${recordsText(data)} ${data.records === 1 ? 'holds' : 'hold'} a value.`
    : 'Counting the records that hold a value…';
  return (
    <ConfirmDialog
      open={field !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Archive ${field?.label ?? ''}?`}
      consequence={`${held} The field leaves forms, records, lists and filters; values stay stored and come back with it when you restore it.`}
      confirmLabel="Archive field"
      confirmingLabel="Archiving…"
      onConfirm={async () => {
        if (!field) return;
        await archive({ id: field.id, expectedVersion: field.version });
        toast({
          title: `${field.label} was archived`,
          action: { label: 'Undo', isUndo: true, onAction: () => void restore({ id: field.id }) },
        });
      }}
    />
  );
}
