import {
  amountSchema,
  currencySchema,
  customFieldsFilter,
  customFieldsSchema,
  expectedVersion,
  LIMIT_DEFAULT,
  LIMIT_MAX,
  listInput,
  optionalText,
  pageOf,
  recordFields,
  text,
  uuid,
} from '@aura/kernel';
import { z } from 'zod';

const price = amountSchema.refine((amount) => !amount.startsWith('-'), 'Enter an amount of zero or more');
const percent = z
  .number()
  .min(0, 'Use 0 to 100')
  .max(100, 'Use 0 to 100')
  .refine((value) => Number.isInteger(Math.round(value * 1e8) / 1e6), 'Use two decimals or fewer');

const priceFields = {
  amount: price,
  currency: currencySchema,
  cost: price.nullish(),
  maxDiscountPercent: percent.nullish().meta({ description: 'Deeper discounts need a manager' }),
  targetMarginPercent: percent.nullish(),
};

export const priceInput = z.strictObject(priceFields);
export type PriceInput = z.output<typeof priceInput>;

export const priceCreateInput = z.strictObject({
  id: uuid,
  ...priceFields,
  validFrom: z.iso.datetime({ offset: true }).optional().meta({ description: 'Now, unless said' }),
});
export type PriceCreate = z.output<typeof priceCreateInput>;

export const priceListInput = z.strictObject({
  id: uuid,
  limit: z.int().min(1, 'Use 1 to 100').max(LIMIT_MAX, 'Use 1 to 100').default(LIMIT_DEFAULT),
  cursor: z.string().max(2_000).optional(),
});
export type PriceList = z.output<typeof priceListInput>;

export const priceOutput = z
  .object({
    id: uuid,
    amount: z.string(),
    currency: z.string(),
    cost: z.string().nullable(),
    maxDiscountPercent: z.number().nullable(),
    targetMarginPercent: z.number().nullable(),
    validFrom: z.iso.datetime(),
    validTo: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    createdBy: uuid,
  })
  .meta({ id: 'Price' });
export type Price = z.output<typeof priceOutput>;
export const pricePage = pageOf(priceOutput);

const editable = {
  description: optionalText(5_000),
  category: optionalText(100),
  active: z.boolean().optional(),
  customFields: customFieldsSchema.optional(),
  externalId: optionalText(200),
  price: priceInput.optional().meta({ description: 'Opens a price from now on; the earlier one stays in the history' }),
};

export const productCreateInput = z.strictObject({ sku: text(64), name: text(200), ...editable });
export type ProductCreate = z.output<typeof productCreateInput>;

export const productUpdateInput = z.strictObject({
  id: uuid,
  expectedVersion,
  sku: text(64).optional(),
  name: text(200).optional(),
  ...editable,
});
export type ProductUpdate = z.output<typeof productUpdateInput>;

const filters = {
  category: z.string().max(100).optional(),
  active: z.boolean().optional(),
  customFields: customFieldsFilter.optional(),
};

export const productFilter = z.strictObject({ ...filters, q: z.string().trim().max(200).optional() });
export type ProductFilter = z.output<typeof productFilter>;

export const productListInput = listInput({
  filters: {
    ...filters,
    currency: currencySchema
      .optional()
      .meta({ description: 'Which price to show; the workspace currency unless said' }),
  },
  sorts: ['name', 'sku', 'createdAt', 'updatedAt'],
});
export type ProductList = z.output<typeof productListInput>;

export const productOutput = z
  .object({
    ...recordFields,
    sku: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    category: z.string().nullable(),
    active: z.boolean(),
    customFields: customFieldsSchema,
    externalId: z.string().nullable(),
    price: priceOutput.nullable().meta({ description: 'Valid now, in the workspace currency where there is one' }),
    deletedAt: z.iso.datetime().nullable(),
    abilities: z.object({ update: z.boolean(), archive: z.boolean(), restore: z.boolean() }),
  })
  .meta({ id: 'Product' });
export type Product = z.output<typeof productOutput>;
export const productPage = pageOf(productOutput);
