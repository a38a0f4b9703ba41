import { useApi } from '@aura/api/client';
import type { BulkRouter } from '../bulk.router.ts';

export function useBulkApi() {
  return useApi<{ bulkEdits: BulkRouter }>().bulkEdits;
}
