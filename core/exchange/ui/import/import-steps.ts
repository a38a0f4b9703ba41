import type { ImportDraft } from './import-draft.ts';

export const importSteps = ['upload', 'map', 'check', 'confirm'] as const;
export type ImportStep = (typeof importSteps)[number];

export type StepProps = {
  draft: ImportDraft;
  change: (next: Partial<ImportDraft>) => void;
  goTo: (step: ImportStep) => void;
};
