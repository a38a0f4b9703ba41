'use client';
import { useApi } from '@aura/api/client';
import type { dealRouter } from '../deal.router.ts';
import type { escalationRouter } from '../escalation.router.ts';
import type { lineItemRouter } from '../line-item.router.ts';

export function useDealsApi() {
  return useApi<{
    deals: typeof dealRouter;
    lineItems: typeof lineItemRouter;
    escalations: typeof escalationRouter;
  }>();
}
