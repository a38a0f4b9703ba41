/** The figures of one line, in minor units. The database computes the same in crm.compute_line_item(). */
export type LineTotals = {
  net: bigint;
  discount: bigint;
  tax: bigint;
  gross: bigint;
  cost: bigint | null;
  margin: bigint | null;
};

export type LineFigures = {
  /** Up to three decimals. */
  quantity: number | string;
  unitPriceMinor: bigint;
  /** Up to two decimals; at most one of the two discounts. */
  discountPercent?: number | string | null | undefined;
  discountAmountMinor?: bigint | null | undefined;
  taxPercent?: number | string | null | undefined;
  unitCostMinor?: bigint | null | undefined;
};

const THOUSAND = 1_000n;
const HUNDRED_PERCENT = 10_000n;

/** Exact: net after the discount, rounded half up to the minor unit; tax on the rounded net; discount is what is left of the full price. */
export function computeLine(line: LineFigures): LineTotals {
  const quantity = scaled(line.quantity, 3);
  // In thousandths of a minor unit.
  const full = quantity * line.unitPriceMinor;
  const net =
    line.discountAmountMinor === null || line.discountAmountMinor === undefined
      ? divideRounded(full * (HUNDRED_PERCENT - scaled(line.discountPercent ?? 0, 2)), THOUSAND * HUNDRED_PERCENT)
      : divideRounded(full - line.discountAmountMinor * THOUSAND, THOUSAND);
  const tax = divideRounded(net * scaled(line.taxPercent ?? 0, 2), HUNDRED_PERCENT);
  const hasCost = line.unitCostMinor !== null && line.unitCostMinor !== undefined;
  const cost = hasCost ? divideRounded(quantity * (line.unitCostMinor ?? 0n), THOUSAND) : null;
  return {
    net,
    discount: divideRounded(full, THOUSAND) - net,
    tax,
    gross: net + tax,
    cost,
    margin: cost === null ? null : net - cost,
  };
}

/** Sums of rounded lines, never rounded sums. Cost and margin count the lines that know theirs. */
export function sumLines(lines: readonly LineTotals[]): LineTotals {
  const add = (a: bigint | null, b: bigint | null): bigint | null => (b === null ? a : (a ?? 0n) + b);
  const zero: LineTotals = { net: 0n, discount: 0n, tax: 0n, gross: 0n, cost: null, margin: null };
  return lines.reduce(
    (sum, line) => ({
      net: sum.net + line.net,
      discount: sum.discount + line.discount,
      tax: sum.tax + line.tax,
      gross: sum.gross + line.gross,
      cost: add(sum.cost, line.cost),
      margin: add(sum.margin, line.margin),
    }),
    zero,
  );
}

/** '12.5' with two places → 1250n. Throws RangeError on anything finer or not a number. */
export function scaled(value: number | string, places: number): bigint {
  const match = /^(\d{1,15})(?:\.(\d+))?$/.exec(String(value));
  const [, whole = '', fraction = ''] = match ?? [];
  if (!match || fraction.length > places) throw new RangeError(`Enter a number with at most ${places} decimals`);
  return BigInt(whole + fraction.padEnd(places, '0'));
}

/** Half away from zero, as PostgreSQL's round() of a numeric. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const isNegative = dividend < 0n;
  const size = isNegative ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return isNegative ? -rounded : rounded;
}
