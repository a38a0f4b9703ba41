import { defineModule } from '@aura/kernel';
import type { ArchivePart } from './archive/archive-part.ts';
import { exportersOf } from './archive/archive-read.queries.ts';
import { customFieldArchive } from './archive/custom-field.archive.ts';
import { createExportJob, exportChore } from './export/export.job.ts';
import { exportPermissions } from './export/export.permissions.ts';
import { createExportRouter } from './export/export.router.ts';
import type { Exporter } from './export/exporter.ts';
import { createImportJobs, importChore } from './import/import.job.ts';
import { importPermissions } from './import/import.permissions.ts';
import { createImportRouter } from './import/import.router.ts';
import type { Importer } from './import/importer.ts';

type Brought = {
  importers: readonly Importer[];
  exporters: readonly Exporter[];
  archives: readonly ArchivePart[];
};

/** Importers, exporters and parts of the archive are the modules' own: the registry hands over those of the installed ones. */
export function createExchangeModule({ importers, exporters, archives }: Brought) {
  const byEntity = new Map(importers.map((importer) => [importer.entity, importer]));
  const parts = [customFieldArchive, ...archives];
  const sources = { importers: byEntity, archives: parts };
  const byName = exportersOf(exporters, parts);
  return defineModule({
    id: 'exchange',
    dependsOn: ['custom-fields'],
    permissions: { ...importPermissions, ...exportPermissions },
    routers: { imports: createImportRouter(sources), exports: createExportRouter(byName) },
    jobs: [...createImportJobs(sources), createExportJob(byName)],
    chores: [importChore, exportChore],
    navigation: [{ href: '/import', label: 'Import', icon: 'upload', permission: 'import:create', order: 80 }],
  });
}
