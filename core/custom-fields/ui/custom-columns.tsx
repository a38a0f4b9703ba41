import { CellText } from '@aura/ui/cell-text';
import { type Column, cardPlace } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import type { ReactNode } from 'react';
import type { CustomField } from '../custom-field.schema.ts';
import type { CustomValues } from '../custom-field.ts';
import { CustomFieldControl } from './custom-field-control.tsx';
import { shownOf, storedOf, textOf } from './custom-field-text.ts';

/** Every custom field as a column that a table may show; the id is the API's sort. */
export function customColumns<Row extends { customFields: CustomValues }>(
  fields: readonly CustomField[],
): Column<Row>[] {
  return fields.map((field) => ({
    id: `customFields.${field.key}`,
    header: field.label,
    isSortable: field.type !== 'multiselect',
    align: field.type === 'number' ? 'end' : 'start',
    cell: ({ customFields }) => <Cell field={field} value={customFields[field.key]} />,
    className: 'max-w-60',
    card: 'more',
    edit: {
      kind: 'typed',
      valueOf: ({ customFields }) => textOf(customFields[field.key]),
      patchOf: (text) => ({ customFields: { [field.key]: storedOf(field, text) } }),
      editor: (control) => <CustomFieldControl field={field} {...control} />,
    },
  }));
}

/** Custom columns stand beside the name: who filters or sorts by them wants to see them. Cards keep what they show. */
export function withCustomColumns<Row>(
  own: readonly Column<Row>[],
  custom: readonly Column<Row>[],
): readonly Column<Row>[] {
  if (custom.length === 0) return own;
  const [name, ...others] = own.map((column, index) => ({ ...column, card: cardPlace(column, index) }));
  return [...(name ? [name] : []), ...custom, ...others];
}

function Cell({ field, value }: { field: CustomField; value: unknown }): ReactNode {
  const text = shownOf(field, value);
  if (text === '') return <CellText>{null}</CellText>;
  if (field.type === 'date') return <DateText value={text} />;
  return <CellText>{Array.isArray(value) ? value.join(', ') : text}</CellText>;
}
