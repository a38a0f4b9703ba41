'use client';
import { useApi } from '@aura/api/client';
import type { contactRouter } from './contact.router.ts';

export { type Contact, contactCreateInput, contactUpdateInput } from './contact.schema.ts';
export { contactName } from './contact.ts';

export function useContactsApi() {
  return useApi<{ contacts: typeof contactRouter }>().contacts;
}
