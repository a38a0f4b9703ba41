const made = globalThis as unknown as Record<symbol, unknown>;

/** One instance a process: Next bundles routes apart, so a module variable would be made several times. */
export function once<T>(name: string, make: () => T): T {
  const key = Symbol.for(`aura.${name}`);
  made[key] ??= make();
  return made[key] as T;
}
