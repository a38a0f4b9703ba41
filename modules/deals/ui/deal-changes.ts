'use client';

import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Deal, DealStageMove, DealUpdate } from '../deal.schema.ts';
import { type DealCache, useDealCache } from './deal-cache.ts';
import { keepInSight } from './kept-deals.ts';
import { createOwnVersions } from './own-versions.ts';
import { useDealsApi } from './use-deals-api.ts';

export type FieldChanges = Omit<DealUpdate, 'id' | 'expectedVersion' | 'stageId' | 'pipelineId' | 'ownerId'>;

export type TargetStage = { id: string; name: string; kind: Deal['status']; probability: number };

export type Move = {
  stage: TargetStage;
  fields?: NonNullable<DealStageMove['fields']>;
  /** Moves the deal even when someone has changed it since it was read. */
  isForced?: boolean;
};

export type DealChanges = {
  change: (deal: Deal, changes: FieldChanges) => Promise<Deal>;
  move: (deal: Deal, move: Move) => Promise<Deal>;
  assign: (deal: Deal, owner: { userId: string; name: string }) => Promise<Deal>;
  archive: (deal: Deal) => Promise<void>;
  restore: (deal: Deal) => Promise<Deal>;
};

// Without a network a change fails at once and says so on the deal, instead of waiting unseen.
const atOnce = { networkMode: 'always' } as const;

/** Writes to deals: shown at once, taken back when the server refuses. Each throws what the server said. */
export function useDealChanges(): DealChanges {
  const { deals } = useDealsApi();
  const cache = useDealCache();
  const { mutateAsync: update } = useMutation(deals.update.mutationOptions(atOnce));
  const { mutateAsync: setStage } = useMutation(deals.setStage.mutationOptions(atOnce));
  const { mutateAsync: setOwner } = useMutation(deals.setOwner.mutationOptions(atOnce));
  const { mutateAsync: archive } = useMutation(deals.archive.mutationOptions(atOnce));
  const { mutateAsync: restore } = useMutation(deals.restore.mutationOptions(atOnce));
  return useMemo(
    () => ({
      change: (deal, changes) => {
        const request = (expectedVersion: number) => update({ id: deal.id, expectedVersion, ...changes });
        return optimistically(cache, { before: deal, after: { ...deal, ...shownChanges(changes) }, request });
      },
      move: (deal, { stage, fields, isForced = false }) => {
        keepInSight({ id: deal.id, stageId: stage.id });
        const request = (expectedVersion: number) =>
          setStage({
            id: deal.id,
            stageId: stage.id,
            ...(isForced ? {} : { expectedVersion }),
            ...(fields ? { fields } : {}),
          });
        return optimistically(cache, { before: deal, after: movedTo(deal, stage, fields), request });
      },
      assign: (deal, owner) => {
        const request = (expectedVersion: number) => setOwner({ id: deal.id, expectedVersion, ownerId: owner.userId });
        const after = { ...deal, ownerId: owner.userId, ownerName: owner.name };
        return optimistically(cache, { before: deal, after, request });
      },
      archive: async (deal) => {
        const after = { ...deal, deletedAt: new Date().toISOString() };
        await optimistically(cache, { before: deal, after, request: () => archive({ id: deal.id }).then(() => after) });
      },
      restore: (deal) =>
        optimistically(cache, {
          before: deal,
          after: { ...deal, deletedAt: null },
          request: () => restore({ id: deal.id }),
        }),
    }),
    [cache, update, setStage, setOwner, archive, restore],
  );
}

type Attempt = { before: Deal; after: Deal; request: (version: number) => Promise<Deal> };

/** The last change of each deal that is on its way: the next one builds on the version that it makes. */
const underWay = new Map<string, Promise<Deal>>();
const ownVersions = createOwnVersions();

async function optimistically(cache: DealCache, { before, after, request }: Attempt): Promise<Deal> {
  cache.begin();
  cache.put(after);
  const earlier = underWay.get(before.id);
  const send = async (version: number): Promise<Deal> => {
    const saved = await request(version);
    ownVersions.made(before.id, { from: version, to: saved.version });
    return saved;
  };
  const saving = earlier ? earlier.then(({ version }) => send(version)) : send(ownVersions.newestOf(before));
  underWay.set(before.id, saving);
  try {
    const saved = await saving;
    // A later change is already shown.
    if (underWay.get(before.id) === saving) cache.put(saved);
    return saved;
  } catch (error) {
    cache.put(before);
    throw error;
  } finally {
    if (underWay.get(before.id) === saving) underWay.delete(before.id);
    cache.end();
  }
}

function movedTo(deal: Deal, stage: TargetStage, fields: Move['fields']): Deal {
  return {
    ...deal,
    ...shownChanges(fields ?? {}),
    stageId: stage.id,
    stageName: stage.name,
    status: stage.kind,
    probability: stage.probability,
    stageEnteredAt: new Date().toISOString(),
    isRotting: false,
  };
}

/** What can be shown of a change before the server has answered. */
function shownChanges({
  name,
  amount,
  closeDate,
  nextStep,
  nextStepOn,
  probability,
  notes,
}: FieldChanges): Partial<Deal> {
  const given = { name, amount, closeDate, nextStep, nextStepOn, probability, notes };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
