'use client';
import { useApi } from '@aura/api/client';
import type { ImportRouter } from './import.router.ts';

export { DATE_FORMATS } from './cell-date.ts';
export { NUMBER_FORMATS } from './cell-number.ts';
export type { Import, ImportErrors, ImportOptions, ImportPreview } from './import.schema.ts';
export { IMPORT_ENTITIES, type ImportEntity } from './import-entity.ts';

export function useImportsApi() {
  return useApi<{ imports: ImportRouter }>().imports;
}

export { ImportJobScreen } from './ui/import-job-screen.tsx';
export { ImportScreen } from './ui/import-screen.tsx';
