'use client';
import { useApi } from '@aura/api/client';
import type { contactRouter } from '../contact.router.ts';
import type { contactDuplicateRouter } from '../contact-duplicate.router.ts';
import type { contactMergeRouter } from '../contact-merge.router.ts';

export function useContactsApi() {
  return useApi<{ contacts: typeof contactRouter }>().contacts;
}

export function useContactDuplicatesApi() {
  return useApi<{ contactDuplicates: typeof contactDuplicateRouter }>().contactDuplicates;
}

export function useContactMergesApi() {
  return useApi<{ contactMerges: typeof contactMergeRouter }>().contactMerges;
}
