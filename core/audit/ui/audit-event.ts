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
