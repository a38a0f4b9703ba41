import { expect, test } from 'vitest';
import type { UnmatchedColumn } from '../../import/import.schema.ts';
import { emptyDraft, type ImportDraft } from './import-draft.ts';
import { optionsOf } from './import-options.ts';
import {
  ADD_OPTION,
  fateOf,
  fieldChoices,
  LEAVE_EMPTY,
  matchedColumns,
  sentOptions,
  sentValues,
  withAllAdded,
  withDecision,
} from './value-decisions.ts';

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
  isField: false,
  mayAddOptions: false,
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

test('a value of a field becomes an option or an empty cell only where that is offered and chosen', () => {
  const tin = { value: 'Tin', rows: 2, suggestion: null };
  const gold = { value: 'GOLD!', rows: 1, suggestion: 'Gold' };
  const target = 'customFields.tier';
  const tier: UnmatchedColumn = {
    ...{ ...product, column: 'tier', target, creatable: null, values: [tin, gold], candidates: ['Gold'] },
    ...{ isField: true, mayAddOptions: true },
  };
  const asked: ImportDraft = { ...draft, mapping: { tier: target }, unmatched: [tier] };
  expect(fateOf(asked, tier, tin)).toBe('refused');
  const added = { ...asked, decisions: withDecision(asked, { column: tier, value: tin, to: ADD_OPTION }) };
  expect([fateOf(added, tier, tin), sentOptions(added)]).toEqual(['created', { tier: ['Tin'] }]);
  expect(sentValues(added)).toEqual({ tier: { 'GOLD!': 'Gold' } });
  expect(optionsOf(added, { dryRun: true })).toMatchObject({ newOptions: { tier: ['Tin'] } });
  expect(optionsOf(asked, { dryRun: true })).not.toHaveProperty('newOptions');
  const emptied = { ...asked, decisions: withDecision(asked, { column: tier, value: tin, to: LEAVE_EMPTY }) };
  expect([fateOf(emptied, tier, tin), sentOptions(emptied)]).toEqual(['emptied', {}]);
  expect(sentValues(emptied)).toEqual({ tier: { Tin: '', 'GOLD!': 'Gold' } });
  // What is only spelt in another way is no new option.
  expect(sentOptions({ ...asked, decisions: withAllAdded(asked, tier) })).toEqual({ tier: ['Tin'] });
  expect(fieldChoices(tier, tin).map(({ value }) => value)).toEqual([ADD_OPTION, LEAVE_EMPTY]);
  expect(fieldChoices({ ...tier, mayAddOptions: false }, tin).map(({ value }) => value)).toEqual([LEAVE_EMPTY]);
  expect(fieldChoices(product, mgx)).toEqual([]);
});
