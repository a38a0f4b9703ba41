'use client';
import { useApi } from '@aura/api/client';
import type { contactRouter } from '../contact.router.ts';

export function useContactsApi() {
  return useApi<{ contacts: typeof contactRouter }>().contacts;
}
