/** Latencies in milliseconds. */
export type Latencies = { count: number; mean: number; p50: number; p95: number; p99: number };

export function summarize(millis: readonly number[]): Latencies {
  const sorted = Float64Array.from(millis).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / (sorted.length || 1);
  return {
    count: sorted.length,
    mean,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
  };
}

/** Nearest rank: the smallest value that at least this share of all values does not exceed. NaN of nothing. */
function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
