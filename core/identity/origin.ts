import type { Platform } from '@aura/api';

type Address = Pick<Platform, 'rootDomain' | 'isProduction'>;

/** The public site: `https://aura.com`. */
export function rootOrigin({ rootDomain, isProduction }: Address): string {
  return `${isProduction ? 'https' : 'http'}://${rootDomain}`;
}

/** A workspace's own host: `https://acme.aura.com`. */
export function workspaceOrigin(platform: Address, slug: string): string {
  return rootOrigin(platform).replace('://', `://${slug}.`);
}
