'use client';

export { DATE_FORMATS } from './cell-date.ts';
export { NUMBER_FORMATS } from './cell-number.ts';
export type { Export } from './export.schema.ts';
export type { Import, ImportErrors, ImportOptions, ImportPreview } from './import.schema.ts';
export { IMPORT_ENTITIES, type ImportEntity } from './import-entity.ts';
export { ExportButton, type ExportButtonProps } from './ui/export-button.tsx';
export { ExportsScreen } from './ui/exports-screen.tsx';
export { ImportJobScreen } from './ui/import-job-screen.tsx';
export { ImportScreen } from './ui/import-screen.tsx';
export { useImportsApi } from './ui/use-imports-api.ts';
