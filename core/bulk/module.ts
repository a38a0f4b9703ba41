import { defineModule } from '@aura/kernel';
import { bulkChore, createBulkJob } from './bulk.job.ts';
import { bulkPermissions } from './bulk.permissions.ts';
import { createBulkRouter } from './bulk.router.ts';
import type { BulkEditor } from './bulk-editor.ts';

/** Editors are the modules' own: the registry hands over those of the installed ones. */
export function createBulkModule(editors: readonly BulkEditor[]) {
  const byEntity = new Map(editors.map((editor) => [editor.entity, editor]));
  return defineModule({
    id: 'bulk',
    dependsOn: ['custom-fields', 'members'],
    permissions: bulkPermissions,
    routers: { bulkEdits: createBulkRouter(byEntity) },
    jobs: [createBulkJob(byEntity)],
    chores: [bulkChore],
  });
}
