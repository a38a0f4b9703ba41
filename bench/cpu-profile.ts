/** What `node --cpu-prof` writes, as far as it is looked at. */
export type CpuProfile = {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
};

type Node = CpuProfile['nodes'][number];

/** The innermost frame that fits says what the time went into. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['waiting', /^\(idle\)/],
  ['collecting garbage', /^\(garbage collector\)/],
  ['talking to PostgreSQL', /node_modules\/(pg|pg-protocol|pg-pool|kysely)\/|\/packages\/db\//],
  ['reading the file', /\/core\/exchange\/csv\/|node_modules\/csv-parse\//],
  ['reading cells', /\/core\/exchange\/import\/(row-reader|cell-reader|import-plan)/],
  ['checking custom fields', /\/core\/custom-fields\//],
  ['matching and writing rows', /\/core\/exchange\/|\/modules\//],
];
const OTHER = 'everything else';

/** Seconds of the process by what it did. */
export function splitProfile({ nodes, samples, timeDeltas }: CpuProfile): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)));
  const partOf = (node: Node | undefined): string => {
    for (let at = node; at; at = parents.get(at.id)) {
      const { functionName, url } = at.callFrame;
      const found = PARTS.find(([, frames]) => frames.test(url || functionName));
      if (found) return found[0];
    }
    return OTHER;
  };
  const seconds = new Map<string, number>();
  const known = new Map<number, string>();
  for (const [index, id] of samples.entries()) {
    const part = known.get(id) ?? partOf(byId.get(id));
    known.set(id, part);
    seconds.set(part, (seconds.get(part) ?? 0) + (timeDeltas[index] ?? 0) / 1e6);
  }
  return seconds;
}
