'use client';
import { useApi } from '@aura/api/client';
import type { createAccessRouter } from '../access.router.ts';

export function useAccessApi() {
  return useApi<{ access: ReturnType<typeof createAccessRouter> }>().access;
}
