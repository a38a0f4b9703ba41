import { useEffect, useState } from 'react';
import { currencyOf, emptyDraft, loadDraft, type SignUpDraft, saveDraft, slugOf } from './sign-up-draft.ts';

export type DraftState = { draft: SignUpDraft; change: (part: Partial<SignUpDraft>) => void };

/** The draft of this tab: kept over reloads, with currency and time zone as the browser has them. */
export function useSignUpDraft(initialCompany: string): DraftState {
  const [draft, setDraft] = useState<SignUpDraft>(() => withCompany(emptyDraft, initialCompany));
  // Stored text and the browser's zone are unknown to the server, so they join after the first paint.
  useEffect(() => {
    setDraft((typed) => {
      const stored = loadDraft() ?? typed;
      const named = initialCompany ? withCompany(stored, initialCompany) : stored;
      return {
        ...named,
        currency: named.currency || currencyOf(navigator.language),
        timezone: named.timezone || Intl.DateTimeFormat().resolvedOptions().timeZone,
      };
    });
  }, [initialCompany]);
  const change = (part: Partial<SignUpDraft>): void => {
    const next = { ...draft, ...part };
    if (part.companyName !== undefined && !next.isSlugOwn) next.slug = slugOf(part.companyName);
    setDraft(next);
    saveDraft(next);
  };
  return { draft, change };
}

function withCompany(draft: SignUpDraft, companyName: string): SignUpDraft {
  return companyName ? { ...draft, companyName, ...(draft.isSlugOwn ? {} : { slug: slugOf(companyName) }) } : draft;
}
