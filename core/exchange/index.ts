export {
  type ArchivePart,
  type ArchiveRow,
  defineArchivePart,
  linked,
  made,
  money,
  person,
  type RestoreScope,
  ref,
  shown,
} from './archive/archive-part.ts';
export { exportersOf } from './archive/archive-read.queries.ts';
export { customFieldArchive } from './archive/custom-field.archive.ts';
export { runExport } from './export/export-run.service.ts';
export { column, defineExporter, type Exporter } from './export/exporter.ts';
export type { ImportEntity, MatchKey } from './import/import-entity.ts';
export { runImport } from './import/import-run.service.ts';
export { runUndo, setUndoFailed } from './import/import-undo.service.ts';
export {
  type Before,
  type CellValue,
  defineImporter,
  type Importer,
  type ImportField,
  type ImportRow,
  type ImportScope,
  type RowProblem,
} from './import/importer.ts';
export { externalIdField, field, link, organizationLink, ownerLink } from './import/importer-parts.ts';
export { guessMapping } from './import/mapping.ts';
export { insertRecords, updateRecords } from './import/record-writer.service.ts';
