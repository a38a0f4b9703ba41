import { useState } from 'react';
import { currencyOf, emptyDraft, loadDraft, type SignUpDraft, saveDraft, slugOf } from './sign-up-draft.ts';

export type DraftState = { draft: SignUpDraft; change: (part: Partial<SignUpDraft>) => void };

/** The draft of this tab: kept over reloads, with currency and time zone as the browser has them. */
export function useSignUpDraft({ company, isBrowser }: { company: string; isBrowser: boolean }): DraftState {
  const [draft, setDraft] = useState<SignUpDraft>(() => {
    const known = isBrowser ? withPlace(loadDraft() ?? emptyDraft) : emptyDraft;
    return company ? withCompany(known, company) : known;
  });
  const change = (part: Partial<SignUpDraft>): void => {
    const next = { ...draft, ...part };
    if (part.companyName !== undefined && !next.isSlugOwn) next.slug = slugOf(part.companyName);
    setDraft(next);
    saveDraft(next);
  };
  return { draft, change };
}

function withCompany(draft: SignUpDraft, companyName: string): SignUpDraft {
  return { ...draft, companyName, ...(draft.isSlugOwn ? {} : { slug: slugOf(companyName) }) };
}

function withPlace(draft: SignUpDraft): SignUpDraft {
  return {
    ...draft,
    currency: draft.currency || currencyOf(navigator.language),
    timezone: draft.timezone || Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
