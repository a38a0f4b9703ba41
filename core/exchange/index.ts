export { runExport } from './export-run.service.ts';
export { column, defineExporter, type Exporter } from './exporter.ts';
export type { ImportEntity, MatchKey } from './import-entity.ts';
export { runImport } from './import-run.service.ts';
export { runUndo, setUndoFailed } from './import-undo.service.ts';
export {
  type Before,
  type CellValue,
  defineImporter,
  type Importer,
  type ImportField,
  type ImportRow,
  type ImportScope,
  type RowProblem,
} from './importer.ts';
export { externalIdField, field, link, organizationLink, ownerLink } from './importer-parts.ts';
export { guessMapping } from './mapping.ts';
export { insertRecords, updateRecords } from './record-writer.service.ts';
