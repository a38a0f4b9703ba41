export const STAGE_KINDS = ['open', 'won', 'lost'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** Fields of a deal that a stage may require, by their JSON names; custom ones are `customFields.<key>`. */
export const REQUIRABLE_FIELDS = [
  'amount',
  'closeDate',
  'organizationId',
  'contactIds',
  'notes',
  'nextStep',
  'nextStepOn',
  'lostReason',
  'items',
] as const;

export function isRequirable(field: string): boolean {
  return (
    (REQUIRABLE_FIELDS as readonly string[]).includes(field) || /^customFields\.[a-z][a-zA-Z0-9_]{0,62}$/.test(field)
  );
}

/** Won is certain and lost is not to be: their probabilities are not for choosing. */
export function probabilityOf(kind: StageKind, wanted: number | undefined): number {
  switch (kind) {
    case 'won':
      return 100;
    case 'lost':
      return 0;
    case 'open':
      return wanted ?? 50;
  }
}

export type StageTemplate = {
  name: string;
  kind: StageKind;
  probability: number;
  requiredFields: string[];
  expectedDays: number | null;
};

/** What a new workspace sells with (F8.7). */
export const DEFAULT_PIPELINE: { name: string; stages: readonly StageTemplate[] } = {
  name: 'Sales',
  stages: [
    { name: 'Prospect', kind: 'open', probability: 10, requiredFields: [], expectedDays: 21 },
    { name: 'Qualified', kind: 'open', probability: 25, requiredFields: [], expectedDays: 21 },
    { name: 'Proposal', kind: 'open', probability: 50, requiredFields: [], expectedDays: 14 },
    { name: 'Negotiation', kind: 'open', probability: 75, requiredFields: [], expectedDays: 14 },
    { name: 'Won', kind: 'won', probability: 100, requiredFields: [], expectedDays: null },
    { name: 'Lost', kind: 'lost', probability: 0, requiredFields: ['lostReason'], expectedDays: null },
  ],
};
