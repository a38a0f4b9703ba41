import { defineModule } from '@aura/kernel';
import { customFieldPermissions } from './custom-field.permissions.ts';
import { customFieldRouter } from './custom-field.router.ts';

export const customFieldsModule = defineModule({
  id: 'custom-fields',
  dependsOn: [],
  permissions: customFieldPermissions,
  routers: { customFields: customFieldRouter },
  constraints: {
    custom_field_definitions_key_key: {
      code: 'conflict',
      reason: 'duplicate_key',
      field: 'key',
      detail: 'A field with this key exists already; it may be archived.',
    },
    custom_fields_fit: {
      code: 'invalid',
      field: 'customFields',
      detail: 'A custom field does not fit its definition.',
    },
  },
});
