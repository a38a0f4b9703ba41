'use client';

import { useMe } from '@aura/identity/client';
import { Badge } from '@aura/ui/badge';
import { lineEdit, moneyEdit, selectEdit, textEdit } from '@aura/ui/cell-editors';
import { CellText } from '@aura/ui/cell-text';
import type { CellEdit, Column } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import { MoneyText } from '@aura/ui/money-text';
import { type ReactNode, useMemo } from 'react';
import type { Product } from '../product.schema.ts';
import { pricePatch } from './product-draft.ts';

/** The columns of the catalogue. Prices are in the workspace's currency until a product has another. */
export function useProductColumns(): readonly Column<Product>[] {
  const currency = useMe()?.tenant.currency ?? 'USD';
  return useMemo(() => columnsOf(currency), [currency]);
}

function columnsOf(currency: string): Column<Product>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      isSortable: true,
      cell: (product) => <NameCell product={product} />,
      className: 'min-w-52 max-w-96',
      edit: { ...textEdit('name', { required: 'Enter the name of the product' }), isLink: true },
    },
    {
      id: 'price',
      header: 'Price',
      align: 'end',
      cell: ({ price }) => <MoneyText value={price} precision="exact" />,
      className: 'min-w-28',
      edit: moneyEdit<Product>({
        valueOf: ({ price }) => price?.amount ?? '',
        currencyOf: ({ price }) => price?.currency ?? currency,
        patchOf: (amount, product) => pricePatch(product, { amount: amount ?? '' }, currency),
        required: 'Enter the price',
      }),
    },
    {
      id: 'sku',
      header: 'SKU',
      isSortable: true,
      cell: ({ sku }) => <CellText>{sku}</CellText>,
      className: 'max-w-44',
      edit: textEdit('sku', { required: 'Enter the SKU, the short code of the product' }),
    },
    {
      id: 'category',
      header: 'Category',
      cell: ({ category }) => <CellText>{category}</CellText>,
      className: 'max-w-44',
      edit: textEdit('category'),
    },
    {
      id: 'cost',
      header: 'Cost',
      align: 'end',
      cell: ({ price }) => (
        <MoneyText value={price?.cost ? { amount: price.cost, currency: price.currency } : null} precision="exact" />
      ),
      edit: ofPrice(
        moneyEdit<Product>({
          valueOf: ({ price }) => price?.cost ?? '',
          currencyOf: ({ price }) => price?.currency ?? currency,
          patchOf: (cost, product) => pricePatch(product, { cost }, currency),
        }),
      ),
    },
    percentColumn('maxDiscountPercent', { id: 'limit', header: 'Discount limit' }),
    percentColumn('targetMarginPercent', { id: 'target', header: 'Target margin' }),
    ...extraColumns,
  ];
}

const extraColumns: readonly Column<Product>[] = [
  {
    id: 'active',
    header: 'For sale',
    isExtra: true,
    cell: ({ active }) => (active ? 'Yes' : 'No'),
    edit: selectEdit(
      [
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ],
      { valueOf: ({ active }) => String(active), patchOf: (value) => ({ active: value === 'true' }) },
    ),
  },
  {
    id: 'description',
    header: 'Description',
    isExtra: true,
    cell: ({ description }) => <CellText>{description}</CellText>,
    className: 'max-w-72',
    edit: textEdit('description'),
  },
  {
    id: 'createdAt',
    header: 'Added',
    isExtra: true,
    isSortable: true,
    cell: ({ createdAt }) => <DateText value={createdAt} />,
  },
  {
    id: 'updatedAt',
    header: 'Changed',
    isExtra: true,
    isSortable: true,
    cell: ({ updatedAt }) => <DateText value={updatedAt} />,
  },
  {
    id: 'externalId',
    header: 'External id',
    isExtra: true,
    cell: ({ externalId }) => <CellText>{externalId}</CellText>,
    className: 'max-w-48',
    edit: textEdit('externalId'),
  },
];

type Percent = 'maxDiscountPercent' | 'targetMarginPercent';

function percentColumn(field: Percent, names: { id: string; header: string }): Column<Product> {
  return {
    ...names,
    align: 'end',
    cell: ({ price }) => percent(price?.[field]),
    edit: ofPrice(
      lineEdit<Product>(
        {
          valueOf: ({ price }) => String(price?.[field] ?? ''),
          patchOf: (text, product) => pricePatch(product, { [field]: numberOf(text) }, ''),
          validate: (text) => {
            const value = numberOf(text);
            return value === null || (value >= 0 && value <= 100) ? null : 'Enter a percentage from 0 to 100';
          },
        },
        { isFigure: true },
      ),
    ),
  };
}

/** Cost and limits belong to a price: without one there is nothing to change. */
function ofPrice(edit: CellEdit<Product>): CellEdit<Product> {
  return {
    ...edit,
    lockedOf: ({ abilities, price }) => productLock({ abilities }) ?? (price ? null : 'Enter the price first'),
  };
}

/** Why a product cannot be changed; null: it can. */
export function productLock({ abilities }: Pick<Product, 'abilities'>): string | null {
  if (abilities.update) return null;
  return abilities.restore ? 'Restore the product to change it' : 'Managers edit products';
}

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.replace(',', '.')));

function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : `${value}%`;
}

function NameCell({ product }: { product: Product }): ReactNode {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      <span className="min-w-0 wrap-anywhere">{product.name}</span>
      {product.active ? null : <Badge>No longer for sale</Badge>}
    </span>
  );
}
