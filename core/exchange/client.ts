'use client';

export { DATE_FORMATS } from './csv/cell-date.ts';
export { NUMBER_FORMATS } from './csv/cell-number.ts';
export type { Export } from './export/export.schema.ts';
export type { Import, ImportErrors, ImportOptions, ImportPreview } from './import/import.schema.ts';
export { IMPORT_ENTITIES, type ImportEntity } from './import/import-entity.ts';
export { ExportButton, type ExportButtonProps } from './ui/export/export-button.tsx';
export { ExportSelection, type ExportSelectionProps } from './ui/export/export-selection.tsx';
export { ExportsScreen } from './ui/export/exports-screen.tsx';
export { ImportJobScreen } from './ui/import/import-job-screen.tsx';
export { ImportScreen } from './ui/import/import-screen.tsx';
export { useImportsApi } from './ui/import/use-imports-api.ts';
