'use client';

import { Spinner } from '@aura/ui/spinner';
import { CircleCheck } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';

type SignUpProgressProps = { address: string; isReady: boolean; handoffUrl: string | undefined };

/** What is happening while the workspace is made; it says "ready" only when it is. */
export function SignUpProgress({ address, isReady, handoffUrl }: SignUpProgressProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col gap-6 py-8">
      <h1 ref={heading} tabIndex={-1} className="font-brand text-[2rem] leading-9.5 font-semibold text-balance">
        {isReady ? 'Your workspace is ready' : 'Making your workspace'}
      </h1>
      <ol role="status" className="flex flex-col gap-3 text-body-lg">
        <Step
          isDone={isReady}
          text={isReady ? `${address} is yours` : `Reserving ${address} and preparing its records`}
        />
        <Step isDone={false} isWaiting={!isReady} text="Opening it, signed in as you" />
      </ol>
      {handoffUrl ? (
        <p className="text-muted">
          If nothing happens,{' '}
          <a href={handoffUrl} className="text-link">
            open your workspace
          </a>
          .
        </p>
      ) : null}
    </div>
  );
}

function Step({ isDone, isWaiting = false, text }: { isDone: boolean; isWaiting?: boolean; text: string }): ReactNode {
  return (
    <li className={`flex items-start gap-3 wrap-anywhere ${isWaiting ? 'text-muted' : ''}`}>
      <span className="mt-0.5 grid size-5 shrink-0 place-items-center">
        {isDone ? (
          <CircleCheck aria-hidden className="size-5 text-ok" />
        ) : isWaiting ? (
          <span aria-hidden className="size-4 rounded-full border border-control" />
        ) : (
          <Spinner />
        )}
      </span>
      <span>
        {text}
        {isDone ? <span className="sr-only">, done</span> : null}
      </span>
    </li>
  );
}
