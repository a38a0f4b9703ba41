export type PermissionGroup = { noun: string; permissions: { key: string; verb: string }[] };

const order = ['read', 'create', 'update', 'archive', 'delete', 'restore'];

/** `deal:create`, `api_key:manage` → Deal: Create; API key: Manage. Groups by noun, reading before writing. */
export function groupPermissions(keys: readonly string[]): PermissionGroup[] {
  const groups = new Map<string, PermissionGroup>();
  for (const key of [...new Set(keys)].sort(byNounAndVerb)) {
    const [noun = '', verb = ''] = key.split(':');
    const group = groups.get(noun) ?? { noun: inWords(noun), permissions: [] };
    group.permissions.push({ key, verb: inWords(verb) });
    groups.set(noun, group);
  }
  return [...groups.values()];
}

function byNounAndVerb(a: string, b: string): number {
  const [nounA = '', verbA = ''] = a.split(':');
  const [nounB = '', verbB = ''] = b.split(':');
  return nounA.localeCompare(nounB) || rank(verbA) - rank(verbB) || verbA.localeCompare(verbB);
}

function rank(verb: string): number {
  const place = order.indexOf(verb);
  return place === -1 ? order.length : place;
}

function inWords(name: string): string {
  const words = name.replaceAll(/[_-]/g, ' ').replace(/\bapi\b/, 'API');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
