'use client';
import { useApi } from '@aura/api/client';
import type { auditRouter } from '../audit.router.ts';

export const useAuditApi = () => useApi<{ audit: typeof auditRouter }>();
