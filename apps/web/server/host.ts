/** Where a request is addressed: the public site, a workspace, the operators' console, or nowhere of ours. */
export type Place =
  | { kind: 'site' }
  | { kind: 'workspace'; slug: string }
  | { kind: 'console' }
  | { kind: 'redirect' }
  | { kind: 'unknown' };

const SLUG = /^[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])$/;

/** `acme.aura.localhost:3000` under the root `aura.localhost:3000` is the workspace acme. */
export function placeOf(host: string, rootDomain: string): Place {
  const name = host.toLowerCase();
  const root = rootDomain.toLowerCase();
  if (name === root) return { kind: 'site' };
  if (name.endsWith(`.${root}`)) {
    const label = name.slice(0, -root.length - 1);
    if (label === 'console') return { kind: 'console' };
    return SLUG.test(label) ? { kind: 'workspace', slug: label } : { kind: 'unknown' };
  }
  // Plain localhost is what people type first; the root domain is where cookies and subdomains work.
  const port = root.split(':')[1] ?? '';
  if (root.includes('localhost') && name === (port ? `localhost:${port}` : 'localhost')) return { kind: 'redirect' };
  return { kind: 'unknown' };
}
