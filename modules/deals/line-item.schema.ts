import { amountSchema, expectedVersion, optionalText, pageOf, recordFields, text, uuid } from '@aura/kernel';
import { z } from 'zod';

const positiveAmount = amountSchema.refine((amount) => !amount.startsWith('-'), 'Enter an amount of zero or more');

/** A number, or its text, with so many decimals at most; kept as text, because a float would bend it. */
function decimal(options: { places: number; min: number; max: number }) {
  const shape = new RegExp(`^\\d{1,9}(\\.\\d{1,${options.places}})?$`);
  return z
    .union([z.number(), z.string()])
    .transform(String)
    .refine((value) => shape.test(value), `Enter a number with at most ${options.places} decimals`)
    .refine(
      (value) => Number(value) >= options.min && Number(value) <= options.max,
      `Use ${options.min} to ${options.max}`,
    );
}

const percent = decimal({ places: 2, min: 0, max: 100 });

const figures = {
  quantity: decimal({ places: 3, min: 0.001, max: 999_999_999 }).optional(),
  unitPrice: positiveAmount.optional().meta({ description: "The product's price in the deal's currency, unless said" }),
  discountPercent: percent.nullish(),
  discountAmount: positiveAmount.nullish(),
  taxPercent: percent.optional(),
  overrideReason: optionalText(300).meta({ description: 'Why the price is not the list price' }),
};

export const lineItemCreateInput = z.strictObject({
  id: uuid,
  expectedVersion,
  productId: uuid.nullish(),
  description: text(500).optional().meta({ description: "The product's name, unless said" }),
  ...figures,
});
export type LineItemCreate = z.output<typeof lineItemCreateInput>;

export const lineItemUpdateInput = z.strictObject({
  id: uuid,
  itemId: uuid,
  expectedVersion: expectedVersion.meta({ description: "The line's version" }),
  description: text(500).optional(),
  ...figures,
});
export type LineItemUpdate = z.output<typeof lineItemUpdateInput>;

export const lineItemRemoveInput = z.strictObject({ id: uuid, itemId: uuid, expectedVersion });
export const lineItemOrderInput = z.strictObject({ id: uuid, ids: z.array(uuid).min(1).max(500) });

/** Decimals in the deal's currency; cost and margin are null where no cost is known. */
export const totalsFields = {
  net: z.string().nullable(),
  discount: z.string().nullable(),
  tax: z.string().nullable(),
  gross: z.string().nullable(),
  cost: z.string().nullable(),
  margin: z.string().nullable(),
};

export const lineItemOutput = z
  .object({
    ...recordFields,
    dealId: uuid,
    productId: uuid.nullable(),
    description: z.string(),
    position: z.int(),
    quantity: z.number(),
    currency: z.string(),
    unitPrice: z.string(),
    listPrice: z.string().nullable().meta({ description: "The product's price when the line was added" }),
    discountPercent: z.number().nullable(),
    discountAmount: z.string().nullable(),
    taxPercent: z.number(),
    overrideReason: z.string().nullable(),
    ...totalsFields,
    breaches: z
      .array(z.enum(['discount', 'margin']))
      .meta({ description: 'Against the pricing policy: needed a manager' }),
  })
  .meta({ id: 'LineItem' });
export type LineItem = z.output<typeof lineItemOutput>;
export const lineItemPage = pageOf(lineItemOutput);
