import type { CustomFieldsFilter } from '@aura/kernel';
import { FilterChip } from '@aura/ui/filter-chip';
import { formatDate } from '@aura/ui/format-date';
import type { ReactNode } from 'react';
import type { CustomField } from '../custom-field.schema.ts';
import { filterText } from './custom-place.ts';

export type CustomFilterChipsProps = {
  fields: readonly CustomField[];
  filter: CustomFieldsFilter;
  ignored: readonly string[];
  onFilterChange: (filter: CustomFieldsFilter) => void;
};

/** A chip for each filter by a custom field, after one for those of the link that are not understood. */
export function CustomFilterChips({ fields, filter, ignored, onFilterChange }: CustomFilterChipsProps): ReactNode {
  return (
    <>
      {ignored.map((key) => (
        <FilterChip
          key={key}
          label={`${key} from the link`}
          value="was ignored"
          isUnknown
          onRemove={() => onFilterChange(filter)}
        />
      ))}
      {fields
        .filter(({ key }) => key in filter)
        .map((field) => (
          <FilterChip
            key={field.key}
            label={field.label}
            value={filterText(field, filter, formatDate)}
            onRemove={() =>
              onFilterChange(Object.fromEntries(Object.entries(filter).filter(([key]) => key !== field.key)))
            }
          />
        ))}
    </>
  );
}
