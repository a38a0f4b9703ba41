'use client';

export { type CustomField, customFieldCreateInput, customFieldUpdateInput } from './custom-field.schema.ts';
export {
  CUSTOM_FIELD_ENTITIES,
  CUSTOM_FIELD_TYPES,
  type CustomFieldDefinition,
  type CustomFieldEntity,
  type CustomFieldType,
  hasOptions,
} from './custom-field.ts';
export { CustomFieldDetails, type CustomFieldDetailsProps } from './ui/custom-field-details.tsx';
export { CustomFieldInputs, type CustomFieldInputsProps } from './ui/custom-field-inputs.tsx';
export { CustomFilterChips } from './ui/custom-filter-chips.tsx';
export { CustomFilterFields } from './ui/custom-filter-fields.tsx';
export { filterInAddress, readAddress } from './ui/custom-place.ts';
export { FieldsScreen } from './ui/fields-screen.tsx';
export { readTyped } from './ui/read-typed.ts';
export { useCustomFields } from './ui/use-custom-fields.ts';
export { useCustomFieldsApi } from './ui/use-custom-fields-api.ts';
export { type CustomList, type CustomPlace, useCustomList } from './ui/use-custom-list.tsx';
export { type TableColumns, useTableColumns } from './ui/use-table-columns.tsx';
