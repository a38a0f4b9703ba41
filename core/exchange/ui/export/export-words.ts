import type { Noun } from '@aura/ui/list-text';
import type { ExportScope } from '../../export/export-scope.ts';

/** What is in a file, in words. */
export const scopeNames: Record<ExportScope, string> = {
  workspace: 'Whole workspace',
  contacts: 'Contacts',
  deals: 'Deals',
  organizations: 'Organizations',
  products: 'Products',
  activities: 'Activities',
  'audit-log': 'Audit log',
};

export const scopeNouns: Record<ExportScope, Noun> = {
  workspace: ['record', 'records'],
  contacts: ['contact', 'contacts'],
  deals: ['deal', 'deals'],
  organizations: ['organization', 'organizations'],
  products: ['product', 'products'],
  activities: ['activity', 'activities'],
  'audit-log': ['entry', 'entries'],
};

/** "a•••@acme.com": enough to know which mailbox, for whoever looks over a shoulder too little. */
export function maskEmail(email: string): string {
  return email.replace(/^(.)[^@]*/, '$1•••');
}

/** "312 KB", "4.1 MB": decimal, as file managers show it. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
