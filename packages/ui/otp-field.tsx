'use client';

import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { useFieldControl } from './field.tsx';

export type OtpFieldProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue'> & {
  length?: number;
  value?: string;
  onValueChange?: (code: string) => void;
  /** Called once when the last digit is there. */
  onComplete?: (code: string) => void;
};

/** A one-time code in a single field: pasting, password managers and screen readers work as in any text field. */
export function OtpField({ length = 6, onValueChange, onComplete, className, ...rest }: OtpFieldProps): ReactNode {
  const wiring = useFieldControl(rest);
  return (
    <input
      {...rest}
      {...wiring}
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      className={classNames(controlClass, 'max-w-56 font-mono text-h2 tracking-[0.35em] tabular-nums', className)}
      onChange={(event) => {
        const code = event.target.value.replace(/\D/g, '').slice(0, length);
        event.target.value = code;
        rest.onChange?.(event);
        onValueChange?.(code);
        if (code.length === length) onComplete?.(code);
      }}
    />
  );
}
