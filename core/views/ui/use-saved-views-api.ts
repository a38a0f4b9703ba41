'use client';
import { useApi } from '@aura/api/client';
import type { savedViewRouter } from '../saved-view.router.ts';

export function useSavedViewsApi() {
  return useApi<{ savedViews: typeof savedViewRouter }>().savedViews;
}
