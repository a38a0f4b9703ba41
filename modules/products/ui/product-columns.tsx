import { Badge } from '@aura/ui/badge';
import { CellText } from '@aura/ui/cell-text';
import type { Column } from '@aura/ui/data-table';
import { MoneyText } from '@aura/ui/money-text';
import type { ReactNode } from 'react';
import type { Product } from '../product.schema.ts';

export const productColumns: readonly Column<Product>[] = [
  {
    id: 'name',
    header: 'Name',
    isSortable: true,
    cell: (product) => <NameCell product={product} />,
    className: 'min-w-52 max-w-96',
  },
  {
    id: 'price',
    header: 'Price',
    align: 'end',
    cell: ({ price }) => <MoneyText value={price} precision="exact" />,
    className: 'min-w-28',
  },
  { id: 'sku', header: 'SKU', isSortable: true, cell: ({ sku }) => <CellText>{sku}</CellText>, className: 'max-w-44' },
  {
    id: 'category',
    header: 'Category',
    cell: ({ category }) => <CellText>{category}</CellText>,
    className: 'max-w-44',
  },
  {
    id: 'cost',
    header: 'Cost',
    align: 'end',
    cell: ({ price }) => (
      <MoneyText value={price?.cost ? { amount: price.cost, currency: price.currency } : null} precision="exact" />
    ),
  },
  { id: 'limit', header: 'Discount limit', align: 'end', cell: ({ price }) => percent(price?.maxDiscountPercent) },
  { id: 'target', header: 'Target margin', align: 'end', cell: ({ price }) => percent(price?.targetMarginPercent) },
];

function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : `${value} %`;
}

function NameCell({ product }: { product: Product }): ReactNode {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      <span className="min-w-0 wrap-anywhere">{product.name}</span>
      {product.active ? null : <Badge>No longer for sale</Badge>}
    </span>
  );
}
