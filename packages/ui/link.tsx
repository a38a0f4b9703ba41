'use client';

import {
  type ComponentProps,
  createContext,
  createElement,
  type ElementType,
  type ReactNode,
  use,
  useState,
} from 'react';

const LinkContext = createContext<ElementType | null>(null);

/** Lets the app put its router's link below every link of the design system. */
export function LinkProvider({ component, children }: { component: ElementType; children: ReactNode }): ReactNode {
  return <LinkContext value={component}>{children}</LinkContext>;
}

export type LinkProps = ComponentProps<'a'> & {
  href: string;
  /** Never loads the page behind ahead of a press. */
  prefetch?: false;
};

/**
 * A link by the app's router where one is provided, else a plain anchor. Somebody who points at it or comes to it by key
 * means to go there: then the page behind is loaded ahead. A board's hundred links in sight are not.
 */
export function Link({ prefetch, ...props }: LinkProps): ReactNode {
  const RouterLink = use(LinkContext);
  const [isMeant, setMeant] = useState(false);
  if (!RouterLink) return <a {...props} />;
  const ahead = isMeant ? null : false;
  const mean = (): void => setMeant(true);
  const onIntent: Partial<ComponentProps<'a'>> =
    prefetch !== false && !isMeant
      ? {
          onPointerEnter: (event) => {
            mean();
            props.onPointerEnter?.(event);
          },
          onFocus: (event) => {
            mean();
            props.onFocus?.(event);
          },
        }
      : {};
  return createElement(RouterLink, { ...props, ...onIntent, prefetch: ahead });
}
