/** The workspace's name in whatever was typed or pasted: a name, a host, or a whole address. */
export function slugFromAddress(typed: string, rootDomain: string): string {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '');
  return host.endsWith(`.${rootDomain}`) ? host.slice(0, -rootDomain.length - 1) : host;
}
