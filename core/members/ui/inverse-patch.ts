import type { Patch } from '@aura/api/record-edit';

/** The patch that brings back what a record had in the fields of another patch. */
export function inverseOf(patch: Patch, record: object): Patch {
  const before = record as Patch;
  return Object.fromEntries(
    Object.entries(patch).map(([name, wanted]) => [
      name,
      isPlain(wanted) ? inverseOf(wanted, isPlain(before[name]) ? before[name] : {}) : (before[name] ?? null),
    ]),
  );
}

function isPlain(value: unknown): value is Patch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
