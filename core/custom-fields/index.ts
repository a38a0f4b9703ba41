export { customFieldDefinitions } from './custom-field.queries.ts';
export type { CustomField, CustomFieldCreate } from './custom-field.schema.ts';
export {
  addCustomFieldOptions,
  createCustomField,
  tryCustomFields,
  validateCustomFields,
} from './custom-field.service.ts';
export {
  CUSTOM_FIELD_ENTITIES,
  CUSTOM_FIELD_TYPES,
  type CustomFieldDefinition,
  type CustomFieldEntity,
  type CustomFieldType,
  type CustomValues,
} from './custom-field.ts';
export { type CustomListed, matchCustomFields, tryCustomFilter } from './custom-filter.queries.ts';
export { customOrder } from './custom-order.queries.ts';
