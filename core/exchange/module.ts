import { defineModule } from '@aura/kernel';
import { createExportJob, exportChore } from './export/export.job.ts';
import { exportPermissions } from './export/export.permissions.ts';
import { createExportRouter } from './export/export.router.ts';
import type { Exporter } from './export/exporter.ts';
import { createImportJobs, importChore } from './import/import.job.ts';
import { importPermissions } from './import/import.permissions.ts';
import { createImportRouter } from './import/import.router.ts';
import type { Importer } from './import/importer.ts';

/** Importers and exporters are the modules' own: the registry hands over those of the installed ones. */
export function createExchangeModule(importers: readonly Importer[], exporters: readonly Exporter[]) {
  const byEntity = new Map(importers.map((importer) => [importer.entity, importer]));
  const byName = new Map(exporters.map((exporter) => [exporter.name, exporter]));
  return defineModule({
    id: 'exchange',
    dependsOn: ['custom-fields'],
    permissions: { ...importPermissions, ...exportPermissions },
    routers: { imports: createImportRouter(byEntity), exports: createExportRouter(byName) },
    jobs: [...createImportJobs(byEntity), createExportJob(byName)],
    chores: [importChore, exportChore],
    navigation: [{ href: '/import', label: 'Import', icon: 'upload', permission: 'import:create', order: 80 }],
  });
}
