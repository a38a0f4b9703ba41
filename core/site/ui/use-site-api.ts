'use client';
import { useApi } from '@aura/api/client';
import type { siteRouter } from '../message.router.ts';

export function useSiteApi() {
  return useApi<{ site: typeof siteRouter }>();
}
