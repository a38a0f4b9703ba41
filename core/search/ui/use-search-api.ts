'use client';
import { useApi } from '@aura/api/client';
import type { createSearchRouter } from '../search.router.ts';

export function useSearchApi() {
  return useApi<{ search: ReturnType<typeof createSearchRouter> }>().search;
}
