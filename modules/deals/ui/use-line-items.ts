'use client';

import { apiFailure } from '@aura/api/client';
import { failureText } from '@aura/api/record-edit';
import { announce } from '@aura/ui/announce';
import { toast } from '@aura/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DealDetail } from '../deal.schema.ts';
import type { LineItem } from '../line-item.schema.ts';
import { draftOf, emptyLine, figuresOf, type LineDraft, type LineField, problemsOf } from './line-draft.ts';
import { useDealsApi } from './use-deals-api.ts';

export type LineErrors = Partial<Record<LineField | 'line', string>>;

/** The key of the empty line at the end. */
export const newLine = 'new';

export type LineEditor = {
  draftFor: (key: string) => LineDraft;
  errorsFor: (key: string) => LineErrors;
  isSaving: (key: string) => boolean;
  change: (key: string, change: Partial<LineDraft>) => void;
  /** Saves what was typed into a line, if anything was. True when nothing is left to save. */
  commit: (key: string) => Promise<boolean>;
  remove: (item: LineItem) => void;
  duplicate: (item: LineItem) => void;
  shift: (item: LineItem, by: -1 | 1) => void;
  /** Counts the lines added, so that the empty line starts afresh. */
  added: number;
};

/** The lines of a deal while they are edited; the server's figures replace the typed ones as soon as they arrive. */
export function useLineItems(deal: DealDetail): LineEditor {
  const [drafts, setDrafts] = useState<Readonly<Record<string, LineDraft>>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, LineErrors>>>({});
  const { isBusy, whileBusy } = useBusy();
  const [added, setAdded] = useState(0);
  const api = useLineApi(deal);
  const itemOf = (key: string): LineItem | undefined => deal.items.find((item) => item.id === key);
  const draftFor = (key: string): LineDraft => {
    const item = itemOf(key);
    return drafts[key] ?? (item ? draftOf(item) : emptyLine);
  };
  const forget = (key: string): true => {
    setDrafts((before) => without(before, key));
    setErrors((before) => without(before, key));
    return true;
  };

  const commit = async (key: string): Promise<boolean> => {
    const draft = drafts[key];
    if (!draft || isBusy(key)) return !draft;
    const item = itemOf(key);
    if (isUntouched(draft, item)) return forget(key);
    const problems = problemsOf(draft, deal.currency);
    setErrors((before) => ({ ...before, [key]: problems }));
    if (Object.keys(problems).length > 0) return false;
    try {
      await whileBusy(key, item ? api.update(item, draft) : api.add(draft));
      forget(key);
      if (!item) setAdded((count) => count + 1);
      announce(item ? 'Line saved' : `Added ${draft.description}`);
      return true;
    } catch (error) {
      setErrors((before) => ({ ...before, [key]: errorsOf(error) }));
      return false;
    }
  };

  return {
    draftFor,
    errorsFor: (key) => errors[key] ?? {},
    isSaving: isBusy,
    change: (key, change) => setDrafts((before) => ({ ...before, [key]: { ...draftFor(key), ...change } })),
    commit,
    remove: (item) => {
      forget(item.id);
      void api.remove(item);
    },
    duplicate: (item) => void api.add(draftOf(item)).catch(tellFailure),
    shift: (item, by) => void api.shift(item, by),
    added,
  };
}

/** Which lines are on their way to the server. */
function useBusy() {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  return {
    isBusy: (key: string): boolean => busy.has(key),
    whileBusy: async (key: string, work: Promise<unknown>): Promise<void> => {
      setBusy((before) => new Set(before).add(key));
      try {
        await work;
      } finally {
        setBusy((before) => new Set([...before].filter((other) => other !== key)));
      }
    },
  };
}

function isUntouched(draft: LineDraft, item: LineItem | undefined): boolean {
  return JSON.stringify(draft) === JSON.stringify(item ? draftOf(item) : emptyLine);
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

function useLineApi(deal: DealDetail) {
  const { deals, lineItems } = useDealsApi();
  const queryClient = useQueryClient();
  const refresh = (): Promise<unknown> => queryClient.invalidateQueries(deals.pathFilter());
  const { mutateAsync: addIt } = useMutation(lineItems.add.mutationOptions());
  const { mutateAsync: updateIt } = useMutation(lineItems.update.mutationOptions());
  const { mutateAsync: removeIt } = useMutation(lineItems.remove.mutationOptions());
  const { mutateAsync: orderThem } = useMutation(lineItems.order.mutationOptions());
  const add = async (draft: LineDraft): Promise<void> => {
    await addIt({ id: deal.id, ...(draft.productId ? { productId: draft.productId } : {}), ...figuresOf(draft) });
    await refresh();
  };
  return {
    add,
    update: async (item: LineItem, draft: LineDraft): Promise<void> => {
      await updateIt({ id: deal.id, itemId: item.id, expectedVersion: item.version, ...figuresOf(draft) });
      await refresh();
    },
    remove: async (item: LineItem): Promise<void> => {
      try {
        await removeIt({ id: deal.id, itemId: item.id });
        const undo = (): void => void add(draftOf(item)).catch(tellFailure);
        toast({ title: `Removed ${item.description}`, action: { label: 'Undo', onAction: undo, isUndo: true } });
      } catch (error) {
        tellFailure(error);
      }
      await refresh();
    },
    shift: async (item: LineItem, by: -1 | 1): Promise<void> => {
      const ids = deal.items.map((other) => other.id);
      const at = ids.indexOf(item.id);
      const other = ids[at + by];
      if (other === undefined) return;
      ids[at + by] = item.id;
      ids[at] = other;
      await orderThem({ id: deal.id, ids }).catch(tellFailure);
      announce(`${item.description} is line ${at + by + 1} now`);
      await refresh();
    },
  };
}

function tellFailure(error: unknown): void {
  toast({ title: "Couldn't change the line items", description: failureText(error), tone: 'danger' });
}

const fieldOf: Readonly<Record<string, LineField>> = {
  description: 'description',
  productId: 'description',
  quantity: 'quantity',
  unitPrice: 'unitPrice',
  discountPercent: 'discount',
  discountAmount: 'discount',
  taxPercent: 'taxPercent',
  overrideReason: 'overrideReason',
};

function errorsOf(error: unknown): LineErrors {
  const { issues } = apiFailure(error);
  const named = issues.flatMap((issue) => {
    const field = fieldOf[issue.path];
    return field ? [[field, issue.message] as const] : [];
  });
  return named.length > 0 ? Object.fromEntries(named) : { line: failureText(error) };
}
