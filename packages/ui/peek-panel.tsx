'use client';

import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { LinkButton } from './link-button.tsx';
import { Sheet } from './sheet.tsx';
import { SkeletonRegion, SkeletonText } from './skeleton.tsx';

export type PeekPanelProps = {
  /** "contact" */
  noun: string;
  /** The record's name, once it is known. */
  title: ReactNode;
  description?: ReactNode;
  /** The record's own page. */
  href: string;
  state: 'ready' | 'loading' | 'missing' | 'failed';
  onRetry: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A record beside its list: parts of its page, in a panel. Escape and Back close it. */
export function PeekPanel(props: PeekPanelProps): ReactNode {
  const { noun, title, description, href, state, onClose } = props;
  return (
    <Sheet
      open
      size="peek"
      title={title ?? noun.charAt(0).toUpperCase() + noun.slice(1)}
      description={description}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      footer={
        state === 'missing' ? null : (
          <LinkButton href={href}>
            Open the whole page
            <ArrowRight aria-hidden />
          </LinkButton>
        )
      }
    >
      <Content {...props} />
    </Sheet>
  );
}

function Content({ noun, state, onRetry, children }: PeekPanelProps): ReactNode {
  switch (state) {
    case 'ready':
      return <div className="flex flex-col gap-5">{children}</div>;
    case 'loading':
      return (
        <SkeletonRegion label={`Loading the ${noun}`}>
          <SkeletonText lines={10} />
        </SkeletonRegion>
      );
    case 'missing':
      return (
        <EmptyState kind="filtered" level={3} title={`This ${noun} doesn't exist or you don't have access`}>
          It may have been given to someone else.
        </EmptyState>
      );
    case 'failed':
      return (
        <EmptyState
          kind="filtered"
          level={3}
          title={`We couldn't load this ${noun}`}
          action={<Button onClick={onRetry}>Try again</Button>}
        />
      );
  }
}
