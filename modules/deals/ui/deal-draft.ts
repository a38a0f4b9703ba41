/** What has been typed into the new-deal sheet. It stays when the sheet is closed, so nothing is lost by a slip. */
export type DealDraft = {
  /** Null while it follows the organization's name. */
  name: string | null;
  organizationId: string | null;
  organizationName: string | null;
  contactId: string | null;
  contactName: string | null;
  amount: string;
  stageId: string | null;
  closeDate: string | null;
  ownerId: string | null;
  nextStep: string;
  nextStepOn: string;
};

export const emptyDraft: DealDraft = {
  name: null,
  organizationId: null,
  organizationName: null,
  contactId: null,
  contactName: null,
  amount: '',
  stageId: null,
  closeDate: null,
  ownerId: null,
  nextStep: '',
  nextStepOn: '',
};

export function titleOf(draft: DealDraft): string {
  return draft.name ?? (draft.organizationName ? `${draft.organizationName} – deal` : '');
}
