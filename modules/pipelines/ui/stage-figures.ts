import { fromMinor, toMinor } from '@aura/kernel';
import type { Retired, StageEdit } from './stage-draft.ts';

/** Open deals of a stage; sums are one per currency. */
export type StageFigure = { count: number; sums: readonly { currency: string; amount: string; weighted: string }[] };
export type StageFigures = ReadonlyMap<string, StageFigure>;

export type Impact = { before: Weighted[]; after: Weighted[] };
type Weighted = { currency: string; amount: string };

/**
 * The weighted open pipeline before and after: deals of a retired stage take the probability of the one they move to.
 * Null where nothing changes. A changed probability counts for deals that enter from then on.
 */
export function impactOf(
  figures: StageFigures,
  { retired, stages }: { retired: readonly Retired[]; stages: readonly StageEdit[] },
): Impact | null {
  const before = weightedOf([...figures.values()].flatMap(({ sums }) => sums));
  const changes = retired.flatMap(({ stage, moveDealsTo }) => {
    // A saved stage keeps the probability that it has while deals move; its new one holds afterwards.
    const target = stages.find(({ key }) => key === moveDealsTo)?.stage;
    const sums = target ? (figures.get(stage.id)?.sums ?? []) : [];
    return sums.map((sum) => ({ ...sum, probability: target?.probability ?? 0 }));
  });
  const after = new Map(before);
  for (const { currency, amount, weighted, probability } of changes) {
    const moved = (toMinor(amount, currency) * BigInt(probability) + 50n) / 100n;
    after.set(currency, (after.get(currency) ?? 0n) - toMinor(weighted, currency) + moved);
  }
  const isSame = [...after].every(([currency, amount]) => before.get(currency) === amount);
  return isSame ? null : { before: listed(before), after: listed(after) };
}

function weightedOf(sums: readonly { currency: string; weighted: string }[]): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { currency, weighted } of sums)
    totals.set(currency, (totals.get(currency) ?? 0n) + toMinor(weighted, currency));
  return totals;
}

function listed(sums: ReadonlyMap<string, bigint>): Weighted[] {
  return [...sums].map(([currency, minor]) => ({ currency, amount: fromMinor(minor, currency) }));
}
