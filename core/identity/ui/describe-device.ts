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
  const browser = browsers.find(([pattern]) => pattern.test(agent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1];
  if (kind === 'token' && !browser) return { kind: 'program', name: agent.split(/[\s/]/)[0] || 'A program' };
  const name = browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Unknown browser');
  return { kind: /Mobile|iPhone|Android/.test(agent) ? 'phone' : 'computer', name };
}
