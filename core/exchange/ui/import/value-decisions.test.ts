import { expect, test } from 'vitest';
import type { UnmatchedColumn } from '../../import/import.schema.ts';
import { emptyDraft, type ImportDraft } from './import-draft.ts';
import { optionsOf } from './import-options.ts';
import { fateOf, matchedColumns, sentValues, withDecision } from './value-decisions.ts';

const gtx = { value: 'GTXPro', rows: 1_480, suggestion: 'GTX Pro' };
const mgx = { value: 'MGX', rows: 3, suggestion: null };
const product: UnmatchedColumn = {
  column: 'product',
  target: 'items.product.name',
  creatable: 'product',
  values: [gtx, mgx],
  valuesTotal: 2,
  candidates: ['GTX Pro'],
  hasMoreCandidates: false,
};
const draft: ImportDraft = {
  ...emptyDraft,
  entity: 'deals',
  mapping: { product: 'items.product.name', opportunity: 'externalId' },
  unmatched: [product],
};

test('a suggestion is taken until the person says otherwise', () => {
  expect(sentValues(draft)).toEqual({ product: { GTXPro: 'GTX Pro' } });
  expect(fateOf(draft, product, gtx)).toBe('suggested');
  const undone = { ...draft, decisions: withDecision(draft, { column: product, value: gtx, to: null }) };
  expect(sentValues(undone)).toEqual({});
  expect(fateOf(undone, product, gtx)).toBe('refused');
});

test('a value that is not replaced is left out, or created where that was asked for', () => {
  expect(fateOf(draft, product, mgx)).toBe('refused');
  expect(fateOf({ ...draft, createMissing: ['product'] }, product, mgx)).toBe('created');
  const replaced = { ...draft, decisions: withDecision(draft, { column: product, value: mgx, to: 'GTX Pro' }) };
  expect(fateOf(replaced, product, mgx)).toBe('replaced');
  expect(sentValues(replaced)).toEqual({ product: { GTXPro: 'GTX Pro', MGX: 'GTX Pro' } });
});

test('decisions outlive another mapping of the column, and are sent only for the one that they were made for', () => {
  const decided = { ...draft, decisions: withDecision(draft, { column: product, value: mgx, to: 'GTX Pro' }) };
  const remapped = { ...decided, mapping: { product: 'notes' } };
  expect(sentValues(remapped)).toEqual({});
  expect(sentValues({ ...remapped, mapping: draft.mapping })).toEqual({
    product: { GTXPro: 'GTX Pro', MGX: 'GTX Pro' },
  });
});

test('only columns whose values are compared ask the server again', () => {
  const target = { label: '', type: 'text', isRequired: false };
  const preview = {
    ...{ encoding: 'utf-8', delimiter: ',', header: [], rows: [], mapping: {}, confidence: {}, template: {} },
    ...{ dateFormats: {}, unmatched: [] },
    targets: [
      { ...target, target: 'items.product.name', isMatched: true },
      { ...target, target: 'externalId', isMatched: false },
    ],
  };
  expect(matchedColumns({ preview, mapping: draft.mapping })).toBe('[["product","items.product.name"]]');
  expect(optionsOf({ ...draft, preview }, { dryRun: true })).toMatchObject({
    values: { product: { GTXPro: 'GTX Pro' } },
  });
});
