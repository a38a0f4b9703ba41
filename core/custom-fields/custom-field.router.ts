import { procedure, router } from '@aura/api';
import { idInput, versionedIdInput } from '@aura/kernel';
import { z } from 'zod';
import { getCustomField, listCustomFields, listCustomFieldsOf } from './custom-field.queries.ts';
import {
  customFieldCreateInput,
  customFieldListInput,
  customFieldOrderInput,
  customFieldOutput,
  customFieldPage,
  customFieldsOfInput,
  customFieldsOfOutput,
  customFieldUpdateInput,
  customFieldUsageOutput,
} from './custom-field.schema.ts';
import {
  archiveCustomField,
  createCustomField,
  orderCustomFields,
  restoreCustomField,
  updateCustomField,
} from './custom-field.service.ts';
import { readCustomFieldUsage } from './custom-field-usage.queries.ts';

export const customFieldRouter = router({
  list: procedure('custom-field:read')
    .meta({ rest: { method: 'GET', path: '/custom-fields', summary: 'List custom field definitions' } })
    .input(customFieldListInput)
    .output(customFieldPage)
    .query(({ ctx, input }) => listCustomFields(ctx, input)),
  ofEntity: procedure('custom-field:read')
    .input(customFieldsOfInput)
    .output(customFieldsOfOutput)
    .query(({ ctx, input }) => listCustomFieldsOf(ctx, input)),
  get: procedure('custom-field:read')
    .meta({ rest: { method: 'GET', path: '/custom-fields/{id}', summary: 'Read a custom field definition' } })
    .input(idInput)
    .output(customFieldOutput)
    .query(({ ctx, input }) => getCustomField(ctx, input.id)),
  usage: procedure('custom-field:update')
    .meta({
      rest: { method: 'GET', path: '/custom-fields/{id}/usage', summary: 'Count the records that hold a custom field' },
    })
    .input(idInput)
    .output(customFieldUsageOutput)
    .query(({ ctx, input }) => readCustomFieldUsage(ctx, input.id)),
  order: procedure('custom-field:update')
    .meta({
      rest: { method: 'POST', path: '/custom-fields/order', summary: 'Put the custom fields of an entity in order' },
    })
    .input(customFieldOrderInput)
    .output(customFieldsOfOutput)
    .mutation(({ ctx, input }) => orderCustomFields(ctx, input)),
  create: procedure('custom-field:create')
    .meta({
      rest: {
        method: 'POST',
        path: '/custom-fields',
        status: 201,
        location: '/custom-fields/{id}',
        summary: 'Define a custom field',
      },
    })
    .input(customFieldCreateInput)
    .output(customFieldOutput)
    .mutation(({ ctx, input }) => createCustomField(ctx, input)),
  update: procedure('custom-field:update')
    .meta({ rest: { method: 'PATCH', path: '/custom-fields/{id}', summary: 'Change a custom field definition' } })
    .input(customFieldUpdateInput)
    .output(customFieldOutput)
    .mutation(({ ctx, input }) => updateCustomField(ctx, input)),
  archive: procedure('custom-field:archive')
    .meta({
      rest: {
        method: 'DELETE',
        path: '/custom-fields/{id}',
        status: 204,
        summary: 'Archive a custom field; stored values stay',
      },
    })
    .input(versionedIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => archiveCustomField(ctx, input)),
  restore: procedure('custom-field:archive')
    .meta({
      rest: { method: 'POST', path: '/custom-fields/{id}/restore', summary: 'Restore an archived custom field' },
    })
    .input(idInput)
    .output(customFieldOutput)
    .mutation(({ ctx, input }) => restoreCustomField(ctx, input.id)),
});
