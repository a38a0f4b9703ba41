'use client';
import { useApi } from '@aura/api/client';
import type { customFieldRouter } from '../custom-field.router.ts';

export function useCustomFieldsApi() {
  return useApi<{ customFields: typeof customFieldRouter }>().customFields;
}
