'use client';

import { tableParsers } from '@aura/api/list-state';
import { readAddress, useCustomFields } from '@aura/custom-fields/client';
import {
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryState,
  useQueryStates,
} from 'nuqs';
import { useEffect } from 'react';
import type { Me } from './people.ts';

const boardSorts = ['nextStep', '-amount', 'closeDate', 'stageEnteredAt'] as const;
export const layouts = ['board', 'table'] as const;
const statuses = ['open', 'won', 'lost', 'all'] as const;
const reasons = ['overdue', 'rotting', 'noNextStep', 'any'] as const;
const outcomes = ['here', 'on', 'back', 'lost'] as const;

// What the address says. Filters bear the API's names; "me" as owner is whoever reads the link.
const parsers = {
  view: parseAsStringLiteral(layouts).withDefault('board'),
  pipelineId: parseAsString,
  sort: parseAsStringLiteral(boardSorts).withDefault('nextStep'),
  order: parseAsString,
  q: parseAsString.withDefault(''),
  status: parseAsStringLiteral(statuses).withDefault('open'),
  stageId: parseAsString,
  ownerId: parseAsString,
  organizationId: parseAsString,
  minProbability: parseAsInteger,
  maxProbability: parseAsInteger,
  closeFrom: parseAsString,
  closeTo: parseAsString,
  noCloseDate: parseAsBoolean,
  minAmount: parseAsString,
  maxAmount: parseAsString,
  closed: parseAsBoolean,
  attention: parseAsStringLiteral(reasons),
  lostReason: parseAsString,
  noLostReason: parseAsBoolean,
  closedFromStageId: parseAsString,
  enteredStageId: parseAsString,
  enteredFrom: parseAsString,
  enteredTo: parseAsString,
  stayOutcome: parseAsStringLiteral(outcomes),
  fields: parseAsString,
  ...tableParsers,
  new: parseAsBoolean.withDefault(false),
};

export type DealView = ReturnType<typeof useDealView>[0];
export type SetDealView = ReturnType<typeof useDealView>[1];

/** What is looked at, kept in the address: Back, reload and shared links show the same. */
export function useDealView() {
  const [address, setView] = useQueryStates(parsers, {
    history: 'push',
    clearOnDefault: true,
    // In the address `view` names a saved view.
    urlKeys: { view: 'layout' },
  });
  const view = useLayoutWord(setView) ?? address.view;
  const { fields: known, isKnown, isFailed } = useCustomFields('deal');
  const { filter: customFields, ignored: ignoredFields } = readAddress(known, isKnown ? address.fields : null);
  // It is not known yet which custom fields of the address there are.
  const isSettled = isKnown || isFailed || (address.fields === null && !address.order?.includes('.'));
  return [{ ...address, view, customFields, ignoredFields, isSettled }, setView] as const;
}

/** Links say `view=table` too: it is read, and written as what it is. */
function useLayoutWord(setView: (change: { view: DealLayout }, options: { history: 'replace' }) => unknown) {
  const [word, setWord] = useQueryState('view', parseAsStringLiteral(layouts));
  useEffect(() => {
    if (word === null) return;
    void setWord(null, { history: 'replace' });
    void setView({ view: word }, { history: 'replace' });
  }, [word, setWord, setView]);
  return word;
}
type DealLayout = (typeof layouts)[number];

export const filterNames = [
  'q',
  'status',
  'stageId',
  'ownerId',
  'organizationId',
  'minProbability',
  'maxProbability',
  'closeFrom',
  'closeTo',
  'noCloseDate',
  'minAmount',
  'maxAmount',
  'closed',
  'attention',
  'lostReason',
  'noLostReason',
  'closedFromStageId',
  'enteredStageId',
  'enteredFrom',
  'enteredTo',
  'stayOutcome',
  'fields',
] as const satisfies readonly (keyof typeof parsers)[];

/** The same address without any filter. */
export const noFilters = Object.fromEntries(filterNames.map((name) => [name, null])) as Record<
  (typeof filterNames)[number],
  null
>;

/** Filters that are set, leaving out what is so by default. */
export function filterCount(view: DealView): number {
  return filterNames.filter(
    (name) => view[name] !== null && view[name] !== '' && !(name === 'status' && view.status === 'open'),
  ).length;
}

/** The view as the API's filter. An owner "me" needs to know who reads. */
export function filterOf(view: DealView, me: Me | undefined) {
  const given = {
    ownerId: view.ownerId === 'me' ? me?.userId : view.ownerId,
    organizationId: view.organizationId,
    minProbability: view.minProbability,
    maxProbability: view.maxProbability,
    closeFrom: view.closeFrom,
    closeTo: view.closeTo,
    noCloseDate: view.noCloseDate,
    minAmount: view.minAmount,
    maxAmount: view.maxAmount,
    closed: view.closed,
    attention: view.attention,
    lostReason: view.lostReason,
    noLostReason: view.noLostReason,
    closedFromStageId: view.closedFromStageId,
    enteredStageId: view.enteredStageId,
    enteredFrom: view.enteredFrom,
    enteredTo: view.enteredTo,
    stayOutcome: view.stayOutcome,
    q: view.q.trim() || null,
    customFields: Object.keys(view.customFields).length > 0 ? view.customFields : null,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)) as {
    [Name in keyof typeof given]?: NonNullable<(typeof given)[Name]>;
  };
}

/** The view as the list's filter: what the table shows, and what is exported of it. */
export function listFilterOf(view: DealView, me: Me | undefined) {
  return {
    ...filterOf(view, me),
    ...(view.pipelineId ? { pipelineId: view.pipelineId } : {}),
    ...(view.stageId ? { stageId: view.stageId } : {}),
    ...(view.status === 'all' ? {} : { status: view.status }),
  };
}

export function boardInputOf(view: DealView, me: Me | undefined) {
  const status = view.status === 'all' ? ('open' as const) : view.status;
  return {
    ...filterOf(view, me),
    ...(view.pipelineId ? { pipelineId: view.pipelineId } : {}),
    status,
    sort: view.sort,
  };
}
