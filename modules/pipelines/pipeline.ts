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

/** The colours that a stage is offered, by name; the values pass on light and dark. */
export const STAGE_COLORS = [
  { name: 'Spruce', value: '#2a7d6b' },
  { name: 'Sky', value: '#2f7fb8' },
  { name: 'Indigo', value: '#6a6fd0' },
  { name: 'Plum', value: '#a65fa8' },
  { name: 'Rose', value: '#c95673' },
  { name: 'Copper', value: '#b86a3a' },
  { name: 'Amber', value: '#a97f12' },
  { name: 'Slate', value: '#6b7a80' },
] as const;

/** More open stages than this are hard to tell apart on a board. */
export const STAGES_WIDE = 8;

export type StageDraft = { name: string; kind: StageKind; probability: number };

/** What is unwise about the stages in this order, by the place of the stage; nothing of it is refused but equal names. */
export function stageWarnings(stages: readonly StageDraft[]): { place: number; text: string }[] {
  return stages.flatMap((stage, place) => {
    const before = stages[place - 1];
    const isTwice = stages.some((other, at) => at < place && sameName(other.name, stage.name));
    const isLower = stage.kind === 'open' && before?.kind === 'open' && stage.probability < before.probability;
    return [
      ...(isTwice ? [{ place, text: `Another stage is called ${stage.name.trim()} too` }] : []),
      ...(isLower ? [{ place, text: `Less likely than ${before.name.trim() || 'the stage before'}` }] : []),
    ];
  });
}

export const sameName = (one: string, other: string): boolean =>
  one.trim() !== '' && one.trim().toLowerCase() === other.trim().toLowerCase();
