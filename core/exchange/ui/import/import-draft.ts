import type { ImportOptions, ImportPreview, UnmatchedColumn } from '../../import/import.schema.ts';
import type { ImportEntity } from '../../import/import-entity.ts';

/** By column, target and value: what replaces the value, or null where it is used as it is. Nothing said: the suggestion. */
export type Decisions = Readonly<Record<string, string | null>>;

/** Everything the wizard knows. It lives as long as the page: a browser forgets a chosen file on reload. */
export type ImportDraft = {
  entity: ImportEntity;
  file: File | null;
  preview: ImportPreview | null;
  /** By column: a target, or null to leave it out. */
  mapping: Record<string, string | null>;
  /** Values that nothing here answers to, as the columns are mapped now; null until they are known. */
  unmatched: readonly UnmatchedColumn[] | null;
  decisions: Decisions;
  dateFormat: string;
  numberFormat: string;
  duplicates: 'skip' | 'update' | 'create';
  createMissing: readonly Creatable[];
  emailPattern: string;
  sendInvitations: boolean;
  /** The check of exactly this mapping and these choices. */
  trialId: string | null;
};

export type Creatable = ImportOptions['createMissing'][number];

export const emptyDraft: ImportDraft = {
  entity: 'contacts',
  file: null,
  preview: null,
  mapping: {},
  unmatched: null,
  decisions: {},
  dateFormat: '',
  numberFormat: '',
  duplicates: 'skip',
  createMissing: [],
  emailPattern: '',
  sendInvitations: false,
  trialId: null,
};

export const entityNames: Readonly<Record<ImportEntity | 'workspace', readonly [string, string]>> = {
  workspace: ['row of the workspace', 'rows of the workspace'],
  organizations: ['organization', 'organizations'],
  contacts: ['contact', 'contacts'],
  deals: ['deal', 'deals'],
  products: ['product', 'products'],
  members: ['member', 'members'],
};

/** What rows of a file may bring along, by what they are. */
export const creatableOf: Readonly<Record<ImportEntity, readonly Creatable[]>> = {
  organizations: ['customField'],
  contacts: ['organization', 'customField'],
  deals: ['organization', 'contact', 'product', 'customField'],
  products: ['customField'],
  members: [],
};

export const creatableNames: Readonly<Record<Creatable, string>> = {
  organization: 'organizations that are not here yet',
  contact: 'contacts that are not here yet',
  product: 'products that are not here yet',
  member: 'members that are not here yet',
  customField: 'custom fields for columns that match nothing',
};

/** The server's templates for required fields, but for those that a column fills by now. */
export function templatesOf({ mapping }: ImportDraft, preview: ImportPreview): Record<string, string> {
  const filled = new Set(Object.values(mapping));
  return Object.fromEntries(Object.entries(preview.template).filter(([target]) => !filled.has(target)));
}

/** Labels of required fields that neither a column nor a template fills. */
export function missingTargets(draft: ImportDraft): string[] {
  const { preview, mapping, entity, emailPattern } = draft;
  if (!preview) return [];
  const filled = new Set([...Object.values(mapping), ...Object.keys(templatesOf(draft, preview))]);
  if (entity === 'members' && emailPattern.trim()) filled.add('email');
  return preview.targets
    .filter(({ target, isRequired }) => isRequired && !filled.has(target))
    .map(({ label }) => label);
}

/** Targets that two columns claim; the server takes only one each. */
export function doubleTargets({ mapping, preview }: ImportDraft): string[] {
  const seen = new Set<string>();
  const double = new Set<string>();
  for (const target of Object.values(mapping)) {
    if (target === null) continue;
    if (seen.has(target)) double.add(target);
    seen.add(target);
  }
  return [...double].map((target) => preview?.targets.find((each) => each.target === target)?.label ?? target);
}

export function mappedCount({ mapping }: Pick<ImportDraft, 'mapping'>): number {
  return Object.values(mapping).filter((target) => target !== null).length;
}

/** Date formats that a column's values fit equally well: the person must say which. */
export function ambiguousFormats({ preview }: Pick<ImportDraft, 'preview'>): string[] {
  const several = Object.values(preview?.dateFormats ?? {}).filter((formats) => formats.length > 1);
  return [...new Set(several.flat())];
}
