/** What a change of a record shows in its timeline: the old and the new value by field. */
export type Changes = Record<string, [unknown, unknown]>;

/** The fields of `after` that differ from `before`, by their names in the API. Absent and null are the same. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[name] ?? null),
  );
  return Object.fromEntries(changed.map(([name, value]) => [name, [before[name] ?? null, value ?? null]]));
}

/** Without the keys that were left out: in a partial update null clears, absence does not. */
export function definedOf<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
