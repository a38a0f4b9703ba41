'use client';
import { useApi } from '@aura/api/client';
import type { createRecentRouter } from '../recent.router.ts';
import type { createSearchRouter } from '../search.router.ts';

export function useSearchApi() {
  return useApi<{ search: ReturnType<typeof createSearchRouter> }>().search;
}

export function useRecentApi() {
  return useApi<{ recent: ReturnType<typeof createRecentRouter> }>().recent;
}
