'use client';

import { useProductsApi } from '@aura/products/client';
import { Combobox } from '@aura/ui/combobox';
import { formatMoney } from '@aura/ui/format-money';
import { TextInput } from '@aura/ui/text-input';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { LineItem } from '../line-item.schema.ts';
import type { LinePartProps } from './line-cells.tsx';
import type { LineDraft } from './line-draft.ts';

type LineProductProps = LinePartProps & { item: LineItem | undefined; currency: string; draft: LineDraft };

const SHOWN_MAX = 12;

/** What is sold: for a new line a product or free text, for an existing one its description. */
export function LineProduct(props: LineProductProps): ReactNode {
  const { lineKey, name, editor, isLocked, item, draft } = props;
  if (!item) return <ProductChoice {...props} />;
  return (
    <TextInput
      aria-label={`Description of ${name}`}
      aria-invalid={editor.errorsFor(lineKey).description ? true : undefined}
      maxLength={500}
      readOnly={isLocked}
      value={draft.description}
      onChange={(event) => editor.change(lineKey, { description: event.target.value })}
    />
  );
}

function ProductChoice({ lineKey, editor, currency, draft }: LineProductProps): ReactNode {
  const [query, setQuery] = useState('');
  const { products } = useProductsApi();
  const found = useQuery(
    products.list.queryOptions(
      { limit: SHOWN_MAX, sort: 'name', active: true, currency, ...(query ? { q: query } : {}) },
      { placeholderData: keepPreviousData },
    ),
  );
  const items = found.data?.items ?? [];
  const chosen = draft.description === '' ? null : { value: draft.productId ?? 'text', label: draft.description };
  return (
    <Combobox
      aria-label="Add a product"
      placeholder="Add a product"
      value={chosen}
      options={items.map(({ id, name, sku, price }) => ({
        value: id,
        label: name,
        detail: [
          sku,
          price ? formatMoney({ amount: price.amount, currency: price.currency }) : `No price in ${currency}`,
        ].join(' · '),
      }))}
      onQueryChange={setQuery}
      loading={found.isFetching}
      createLabel={(text) => `“${text}”, without a product`}
      onCreate={(description) => editor.change(lineKey, { productId: null, description, listPrice: null })}
      emptyText={found.isError ? "Couldn't load products." : 'No product found.'}
      onValueChange={(option) => {
        const product = items.find((one) => one.id === option?.value);
        const price = product?.price?.currency === currency ? product.price.amount : null;
        editor.change(lineKey, {
          productId: product?.id ?? null,
          description: product?.name ?? '',
          listPrice: price,
          ...(price === null ? {} : { unitPrice: price }),
        });
      }}
    />
  );
}
