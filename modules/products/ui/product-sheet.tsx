'use client';

import { usePrefill } from '@aura/api/prefill';
import { failureText } from '@aura/api/record-edit';
import { readTyped, useCustomFields } from '@aura/custom-fields/client';
import { type FormFailure, formErrors, useFormFailure, useMe } from '@aura/identity/client';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { DialogClose } from '@aura/ui/dialog';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { Sheet } from '@aura/ui/sheet';
import { SkeletonRegion, SkeletonText } from '@aura/ui/skeleton';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import type { Product } from '../product.schema.ts';
import { draftOf, emptyProduct, type ProductDraft, priceOf, problemsOf } from './product-draft.ts';
import { ProductFields } from './product-fields.tsx';
import { useProductsApi } from './use-products-api.ts';

type ProductSheetProps = {
  isOpen: boolean;
  /** Null for a new product. */
  productId: string | null;
  onClose: () => void;
  onSaved: (product: Product, isAdded: boolean) => void;
};

/** A product to add or to change, with its price of today. */
export function ProductSheet({ isOpen, productId, onClose, onSaved }: ProductSheetProps): ReactNode {
  const formId = useId();
  const [isPending, setPending] = useState(false);
  const { products } = useProductsApi();
  const query = useQuery(products.get.queryOptions({ id: productId ?? '' }, { enabled: productId !== null }));
  const name = usePrefill(isOpen && productId === null);
  const isReady = productId === null || query.data !== undefined;
  return (
    <Sheet
      title={productId === null ? 'New product' : 'Edit product'}
      open={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          <DialogClose />
          {isReady ? (
            <Button type="submit" form={formId} variant="primary" loading={isPending} loadingLabel="Saving…">
              {productId === null ? 'Create' : 'Save'}
            </Button>
          ) : null}
        </>
      }
    >
      {isOpen && isReady ? (
        <ProductForm
          key={productId}
          formId={formId}
          name={name}
          product={productId === null ? undefined : query.data}
          onPending={setPending}
          onSaved={onSaved}
        />
      ) : null}
      {isOpen && !isReady && query.isPending ? (
        <SkeletonRegion label="Loading the product">
          <SkeletonText lines={8} />
        </SkeletonRegion>
      ) : null}
      {query.isError ? (
        <Banner
          tone="danger"
          title="This product couldn't be loaded"
          actions={
            <Button size="sm" onClick={() => void query.refetch()}>
              Retry
            </Button>
          }
        >
          {failureText(query.error)}
        </Banner>
      ) : null}
    </Sheet>
  );
}

type ProductFormProps = {
  formId: string;
  /** Of a new product, where it is known. */
  name: string;
  product: Product | undefined;
  onPending: (isPending: boolean) => void;
  onSaved: (product: Product, isAdded: boolean) => void;
};

function ProductForm({ formId, name, product, ...rest }: ProductFormProps): ReactNode {
  const [before] = useState(() => (product ? draftOf(product) : { ...emptyProduct, name }));
  const [draft, setDraft] = useState<ProductDraft>(before);
  const currency = useMe()?.tenant.currency ?? 'USD';
  const { failure, submit } = useProductForm({ product, draft, before, currency, ...rest });
  return (
    <form
      id={formId}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      <ProductFields
        draft={draft}
        currency={product?.price?.currency ?? currency}
        errorOf={failure.errorOf}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
      />
    </form>
  );
}

type ProductFormState = Omit<ProductFormProps, 'formId' | 'name'> & {
  draft: ProductDraft;
  before: ProductDraft;
  currency: string;
};

const plainFields = [
  'name',
  'sku',
  'category',
  'description',
  'active',
  'amount',
  'cost',
  'maxDiscountPercent',
  'targetMarginPercent',
];

function useProductForm(state: ProductFormState): { failure: FormFailure; submit: () => Promise<void> } {
  const { product, draft, before, currency, onPending, onSaved } = state;
  const { products } = useProductsApi();
  const queryClient = useQueryClient();
  const failure = useFormFailure();
  const { fields } = useCustomFields('product');
  const create = useMutation(products.create.mutationOptions());
  const update = useMutation(products.update.mutationOptions());
  const submit = async (): Promise<void> => {
    if (create.isPending || update.isPending) return;
    const problems = problemsOf(draft);
    if (problems.length > 0) return failure.fail(problems);
    const price = priceOf(draft, { currency: product?.price?.currency ?? currency, before });
    const { name, sku, category, description, active } = draft;
    const input = {
      name,
      sku,
      category,
      description,
      active,
      customFields: readTyped(fields, draft.customFields),
      ...(price ? { price } : {}),
    };
    onPending(true);
    try {
      const saved = product
        ? await update.mutateAsync({ id: product.id, expectedVersion: product.version, ...input })
        : await create.mutateAsync(input);
      await queryClient.invalidateQueries(products.pathFilter());
      onSaved(saved, product === undefined);
    } catch (error) {
      failure.fail(formErrors(error, [...plainFields, ...fields.map(({ key }) => `customFields.${key}`)]));
    } finally {
      onPending(false);
    }
  };
  return { failure, submit };
}
