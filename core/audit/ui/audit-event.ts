export type AuditEvent = {
  id: string;
  occurredAt: string;
  actorId: string | null;
  actorName: string | null;
  action: string;
  entity: string;
  entityId: string | null;
  requestId: string | null;
  detail: Record<string, unknown>;
};

/** `deal.stage_changed` as "Deal stage changed". */
export function describeAction({ action }: Pick<AuditEvent, 'action'>): string {
  const words = action.replaceAll(/[._-]/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const RECORD_VERBS = ['created', 'updated', 'archived', 'restored', 'deleted'];
/** What each kind of object is known to have happen to it; others are found by their exact name. */
const VERBS: Record<string, readonly string[]> = {
  activity: ['created', 'updated'],
  api_key: ['created', 'revoked'],
  code: ['sent', 'used', 'refused'],
  contact: RECORD_VERBS,
  deal: [...RECORD_VERBS, 'stage_changed'],
  export: ['requested', 'done', 'failed', 'downloaded'],
  import: ['created', 'updated'],
  invitation: ['created', 'updated', 'accepted'],
  member: ['created', 'updated'],
  organization: RECORD_VERBS,
  password: ['changed', 'reset_requested', 'reset'],
  pipeline: ['created', 'updated'],
  product: RECORD_VERBS,
  saved_view: ['created', 'updated', 'archived', 'restored'],
  session: ['opened', 'refused', 'ended', 'ended_all', 'refresh_reused'],
  stage: ['created', 'updated'],
  workspace: ['updated'],
};

/** The actions to choose from: of one kind of object, or of all. */
export function knownActions(entity: string | undefined): string[] {
  const kinds = entity ? [entity] : Object.keys(VERBS);
  return kinds.flatMap((kind) => (VERBS[kind] ?? []).map((verb) => `${kind}.${verb}`));
}

/** A table's name or a noun as people say it: `crm.deals` is a deal. */
export function describeEntity(entity: string): string {
  const noun = (entity.split('.').at(-1) ?? entity).replaceAll('_', ' ');
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

export type Change = { field: string; before: string | null; after: string };

/** The fields of an entry: a pair is a change, anything else a fact. */
export function changesOf(detail: Record<string, unknown>): Change[] {
  return Object.entries(detail).map(([field, value]) =>
    Array.isArray(value) && value.length === 2
      ? { field, before: inText(value[0]), after: inText(value[1]) }
      : { field, before: null, after: inText(value) },
  );
}

function inText(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
