'use client';

import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { announce } from './announce.ts';
import { Button, type ButtonProps } from './button.tsx';

const SHOWN_MS = 2_000;

export type CopyButtonProps = Omit<ButtonProps, 'onClick' | 'icon'> & {
  /** What is copied. */
  text: string;
};

/** Copies a text and says so in its own place. */
export function CopyButton({ text, children = 'Copy', ...rest }: CopyButtonProps): ReactNode {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
      announce('Copied');
    } catch {
      setState('failed');
      announce("Couldn't copy. Select the text and copy it yourself", { assertive: true });
    }
  };
  const label = state === 'copied' ? 'Copied' : state === 'failed' ? "Couldn't copy" : children;
  return (
    <Button
      {...rest}
      icon={state === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
      onClick={() => void copy()}
    >
      {label}
    </Button>
  );
}
