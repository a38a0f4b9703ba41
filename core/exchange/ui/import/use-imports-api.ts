'use client';
import { useApi } from '@aura/api/client';
import type { ImportRouter } from '../../import/import.router.ts';

export function useImportsApi() {
  return useApi<{ imports: ImportRouter }>().imports;
}
