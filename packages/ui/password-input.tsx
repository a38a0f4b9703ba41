'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { TextInput } from './text-input.tsx';

/** A password that can be looked at while it is typed. Pasting and password managers work. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>): ReactNode {
  const [isShown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      trail={
        <button
          type="button"
          aria-pressed={isShown}
          aria-label="Show password"
          title={isShown ? 'Hide password' : 'Show password'}
          className="grid size-7 place-items-center rounded-control hover:bg-sunken hover:text-ink pointer-coarse:size-9"
          onClick={() => setShown(!isShown)}
        >
          {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </button>
      }
    />
  );
}
