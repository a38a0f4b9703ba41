/** An exact amount as decimal text with its ISO 4217 code, e.g. `{ amount: '1200.50', currency: 'USD' }`. */
export type Money = { amount: string; currency: string };

/** `auto` leaves out zero cents, `exact` always writes them (columns of figures), `compact` is for headers. */
export type MoneyPrecision = 'auto' | 'exact' | 'compact';

export type MoneyPart = { text: string; isUnit: boolean };

/** The parts of a formatted amount, units apart from digits. Text that is no number comes back as it is. */
export function moneyParts(money: Money, precision: MoneyPrecision = 'auto'): MoneyPart[] {
  if (!isDecimal(money.amount)) return [{ text: `${money.amount} ${money.currency}`, isUnit: false }];
  // The string goes in as it is: the formatter reads decimals exactly, a JavaScript number would round large ones.
  const merged: MoneyPart[] = [];
  for (const { type, value } of formatter(money.currency, precision).formatToParts(money.amount)) {
    const isUnit = type === 'currency' || type === 'compact';
    const last = merged.at(-1);
    if (last && last.isUnit === isUnit) last.text += value;
    else merged.push({ text: value, isUnit });
  }
  return merged;
}

/** "$12,450", "€1,200.50", "$1.2M"; a currency without a symbol of its own keeps its code: "CHF 90". */
export function formatMoney(money: Money, precision: MoneyPrecision = 'auto'): string {
  if (!isDecimal(money.amount)) return `${money.amount} ${money.currency}`;
  return formatter(money.currency, precision)
    .format(money.amount)
    .replace(/\u00a0/g, ' ');
}

/** Reads what a person types ("1,200.5", " $ 90 ") into decimal text ("1200.5"), or null when it is no amount. */
export function parseAmount(text: string): string | null {
  const bare = text.replace(/[\s,$€£¥_]/g, '').replace(/^[A-Za-z]{3}|[A-Za-z]{3}$/g, '');
  return isDecimal(bare) ? bare.replace(/\.$/, '') : null;
}

function isDecimal(text: string): text is `${number}` {
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text);
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, precision: MoneyPrecision): Intl.NumberFormat {
  const key = `${currency} ${precision}`;
  const known = formatters.get(key);
  if (known) return known;
  const created = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    ...(precision === 'auto' ? { trailingZeroDisplay: 'stripIfInteger' as const } : {}),
    ...(precision === 'compact' ? { notation: 'compact' as const, maximumFractionDigits: 1 } : {}),
  });
  formatters.set(key, created);
  return created;
}
