export type { ImportEntity, MatchKey } from './import-entity.ts';
export { insertRecords, updateRecords } from './record-writer.service.ts';
export { externalIdField, organizationLink, ownerLink } from './importer-parts.ts';
export { type Before, type CellValue, defineImporter, type Importer, type ImportRow, type ImportScope, type RowProblem } from './importer.ts';
export { runImport } from './import-run.service.ts';
