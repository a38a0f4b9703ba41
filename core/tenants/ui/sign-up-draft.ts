/** What has been typed so far. The password is never stored: it lives in memory only. */
export type SignUpDraft = {
  name: string;
  email: string;
  companyName: string;
  slug: string;
  /** The address follows the company's name until it is typed into. */
  isSlugOwn: boolean;
  currency: string;
  timezone: string;
  typedName: string;
};

export const emptyDraft: SignUpDraft = {
  name: '',
  email: '',
  companyName: '',
  slug: '',
  isSlugOwn: false,
  currency: '',
  timezone: '',
  typedName: '',
};

const storageKey = 'aura-sign-up';

export function loadDraft(): SignUpDraft | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
    return stored !== null && typeof stored === 'object' ? { ...emptyDraft, ...stored } : null;
  } catch {
    return null;
  }
}

export function saveDraft(draft: SignUpDraft): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(draft));
  } catch {
    // A browser that stores nothing still signs up; only a reload would cost what was typed.
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(storageKey);
  } catch {
    // Nothing was stored.
  }
}

/** "Brightwater Clinics Ltd." as an address: `brightwater-clinics-ltd`. */
export function slugOf(companyName: string): string {
  return companyName
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

const euro = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK';
const currencies: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  LI: 'CHF',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  JP: 'JPY',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  IN: 'INR',
  SG: 'SGD',
  HK: 'HKD',
  BR: 'BRL',
  MX: 'MXN',
  ZA: 'ZAR',
  IL: 'ILS',
  TR: 'TRY',
  KR: 'KRW',
  CN: 'CNY',
  AE: 'AED',
  ...Object.fromEntries(euro.split(' ').map((region) => [region, 'EUR'])),
};

/** The currency of a browser language such as de-AT; dollars where it says no country we know. */
export function currencyOf(language: string): string {
  const region = /-([A-Z]{2})(?:-|$)/.exec(language)?.[1];
  return (region && currencies[region]) || 'USD';
}
