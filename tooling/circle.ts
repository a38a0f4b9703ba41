/** One circle among these arrows, its first place named again at the end, or null. */
export function findCircle(arrows: readonly (readonly [from: string, to: string])[]): string[] | null {
  const next = Map.groupBy(arrows, ([from]) => from);
  const done = new Set<string>();
  const search = (name: string, trail: string[]): string[] | null => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    if (done.has(name)) return null;
    for (const [, target] of next.get(name) ?? []) {
      const circle = search(target, [...trail, name]);
      if (circle) return circle;
    }
    done.add(name);
    return null;
  };
  for (const name of next.keys()) {
    const circle = search(name, []);
    if (circle) return circle;
  }
  return null;
}
