'use client';

import { type ComponentProps, createContext, createElement, type ElementType, type ReactNode, use } from 'react';

const LinkContext = createContext<ElementType | null>(null);

/** Lets the app put its router's link below every link of the design system. */
export function LinkProvider({ component, children }: { component: ElementType; children: ReactNode }): ReactNode {
  return <LinkContext value={component}>{children}</LinkContext>;
}

export type LinkProps = ComponentProps<'a'> & {
  href: string;
  /** Passed on to the router's link; a plain anchor ignores it. */
  prefetch?: boolean | null;
};

/** A link by the app's router where one is provided, else a plain anchor. */
export function Link({ prefetch, ...props }: LinkProps): ReactNode {
  const RouterLink = use(LinkContext);
  if (!RouterLink) return <a {...props} />;
  return createElement(RouterLink, prefetch === undefined ? props : { ...props, prefetch });
}
