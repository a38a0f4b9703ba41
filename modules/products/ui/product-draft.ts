import type { FormError } from '@aura/ui/form-error-summary';
import { parseAmount } from '@aura/ui/format-money';
import type { PriceInput, Product } from '../product.schema.ts';

/** A product as it is being typed. */
export type ProductDraft = {
  name: string;
  sku: string;
  category: string;
  description: string;
  active: boolean;
  amount: string;
  cost: string;
  maxDiscountPercent: string;
  targetMarginPercent: string;
  customFields: Record<string, unknown>;
};

export const emptyProduct: ProductDraft = {
  name: '',
  sku: '',
  category: '',
  description: '',
  active: true,
  amount: '',
  cost: '',
  maxDiscountPercent: '',
  targetMarginPercent: '',
  customFields: {},
};

const text = (value: number | string | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

export function draftOf(product: Product): ProductDraft {
  const { price } = product;
  return {
    name: product.name,
    sku: product.sku,
    category: text(product.category),
    description: text(product.description),
    active: product.active,
    amount: text(price?.amount),
    cost: text(price?.cost),
    maxDiscountPercent: text(price?.maxDiscountPercent),
    targetMarginPercent: text(price?.targetMarginPercent),
    customFields: product.customFields,
  };
}

const amountMessage = 'Enter an amount using numbers, for example 1200.50';

/** What is wrong before the server is asked, field by field. */
export function problemsOf(draft: ProductDraft): FormError[] {
  const isAmount = (value: string): boolean => value.trim() === '' || isPositive(parseAmount(value));
  const isPercent = (value: string): boolean => value.trim() === '' || isBelow100(value);
  const hasPriceParts = [draft.cost, draft.maxDiscountPercent, draft.targetMarginPercent].some(
    (part) => part.trim() !== '',
  );
  const problems: (FormError | false)[] = [
    draft.name.trim() === '' && { field: 'name', message: 'Enter the name of the product' },
    draft.sku.trim() === '' && { field: 'sku', message: 'Enter the SKU, the short code of the product' },
    !isAmount(draft.amount) && { field: 'amount', message: amountMessage },
    draft.amount.trim() === '' &&
      hasPriceParts && { field: 'amount', message: 'Enter the price that cost and limits belong to' },
    !isAmount(draft.cost) && { field: 'cost', message: amountMessage },
    !isPercent(draft.maxDiscountPercent) && {
      field: 'maxDiscountPercent',
      message: 'Enter a percentage from 0 to 100',
    },
    !isPercent(draft.targetMarginPercent) && {
      field: 'targetMarginPercent',
      message: 'Enter a percentage from 0 to 100',
    },
  ];
  return problems.filter((problem) => problem !== false);
}

/** The price as the API takes it; undefined where there is none, or where it is as before. */
export function priceOf(
  draft: ProductDraft,
  { currency, before }: { currency: string; before: ProductDraft },
): PriceInput | undefined {
  const parts = ['amount', 'cost', 'maxDiscountPercent', 'targetMarginPercent'] as const;
  const amount = parseAmount(draft.amount);
  if (amount === null || parts.every((part) => draft[part] === before[part])) return undefined;
  const percent = (value: string): number | null => (value.trim() === '' ? null : Number(value.replace(',', '.')));
  return {
    amount,
    currency,
    cost: parseAmount(draft.cost),
    maxDiscountPercent: percent(draft.maxDiscountPercent),
    targetMarginPercent: percent(draft.targetMarginPercent),
  };
}

function isPositive(amount: string | null): boolean {
  return amount !== null && !amount.startsWith('-');
}

function isBelow100(value: string): boolean {
  const number = Number(value.replace(',', '.'));
  return !Number.isNaN(number) && number >= 0 && number <= 100;
}

/** A change of a product that opens a price from now on: what is not changed goes on as it is. */
export function pricePatch(
  { price }: Pick<Product, 'price'>,
  change: Partial<PriceInput>,
  currency: string,
): { price: PriceInput } {
  const { amount = '', cost = null, maxDiscountPercent = null, targetMarginPercent = null } = price ?? {};
  const before = { amount, cost, maxDiscountPercent, targetMarginPercent, currency: price?.currency ?? currency };
  return { price: { ...before, ...change } };
}
