export type Device = { kind: 'computer' | 'phone' | 'program'; name: string };

const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** "Firefox on Windows", as well as the browser's own words allow it. */
export function describeDevice({ kind, userAgent }: { kind: 'browser' | 'token'; userAgent: string | null }): Device {
  const agent = userAgent ?? '';
  const browser = nameIn(browsers, agent);
  if (kind === 'token' && !browser) return { kind: 'program', name: agent.split(/[\s/]/)[0] || 'A program' };
  const name = [browser, nameIn(systems, agent)].filter(Boolean).join(' on ');
  return { kind: /Mobile|iPhone|Android/.test(agent) ? 'phone' : 'computer', name: name || 'Unknown browser' };
}

function nameIn(known: readonly [RegExp, string][], agent: string): string | undefined {
  return known.find(([pattern]) => pattern.test(agent))?.[1];
}
