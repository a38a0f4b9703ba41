import { defineModule } from '@aura/kernel';
import { createImportJob, importChore } from './import.job.ts';
import { importPermissions } from './import.permissions.ts';
import { createImportRouter } from './import.router.ts';
import type { Importer } from './importer.ts';

/** The importers are the modules' own: the registry hands over those of the installed ones. */
export function createExchangeModule(importers: readonly Importer[]) {
  const byEntity = new Map(importers.map((importer) => [importer.entity, importer]));
  return defineModule({
    id: 'exchange',
    dependsOn: ['custom-fields'],
    permissions: importPermissions,
    routers: { imports: createImportRouter(byEntity) },
    jobs: [createImportJob(byEntity)],
    chores: [importChore],
    navigation: [{ href: '/import', label: 'Import', icon: 'upload', permission: 'import:create', order: 80 }],
  });
}
