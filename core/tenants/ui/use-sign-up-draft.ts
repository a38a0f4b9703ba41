import { useEffect, useRef, useState } from 'react';
import { currencyOf, emptyDraft, loadDraft, type SignUpDraft, saveDraft, slugOf } from './sign-up-draft.ts';

export type DraftState = { draft: SignUpDraft; change: (part: Partial<SignUpDraft>) => void };

/** The draft of this tab: kept over reloads, with currency and time zone as the browser has them. `company` comes with the link. */
export function useSignUpDraft(company: string): DraftState {
  const [draft, setDraft] = useState<SignUpDraft>(() => withCompany(emptyDraft, company));
  // Unknown to the server, and known before the first change, which may come from what was typed into the server's page.
  const current = useRef<SignUpDraft | null>(null);
  const known = (): SignUpDraft => {
    current.current ??= withCompany(withPlace(loadDraft() ?? emptyDraft), company);
    return current.current;
  };
  const change = (part: Partial<SignUpDraft>): void => {
    const next = { ...known(), ...part };
    if (part.companyName !== undefined && !next.isSlugOwn) next.slug = slugOf(part.companyName);
    current.current = next;
    setDraft(next);
    saveDraft(next);
  };
  const load = useRef(() => setDraft(known()));
  useEffect(() => load.current(), []);
  return { draft, change };
}

function withCompany(draft: SignUpDraft, companyName: string): SignUpDraft {
  if (!companyName) return draft;
  return { ...draft, companyName, ...(draft.isSlugOwn ? {} : { slug: slugOf(companyName) }) };
}

function withPlace(draft: SignUpDraft): SignUpDraft {
  return {
    ...draft,
    currency: draft.currency || currencyOf(navigator.language),
    timezone: draft.timezone || Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
