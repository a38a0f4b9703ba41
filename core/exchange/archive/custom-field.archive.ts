import { defineArchivePart, made } from './archive-part.ts';

/** Here and not with custom fields, on which the exchange stands. */
export const customFieldArchive = defineArchivePart({
  name: 'customFields',
  label: 'Custom fields',
  table: 'core.custom_field_definitions',
  columns: ['entity', 'key', 'label', 'type', 'options', 'required', 'position', ...made, 'deleted_at'],
});
