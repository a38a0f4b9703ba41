'use client';
import { useApi } from '@aura/api/client';
import type { ExportRouter } from '../../export/export.router.ts';

export function useExportsApi() {
  return useApi<{ exports: ExportRouter }>().exports;
}
