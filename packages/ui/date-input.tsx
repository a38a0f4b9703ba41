'use client';

import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { useFieldControl } from './field.tsx';

export type DateInputProps = Omit<ComponentProps<'input'>, 'type'> & {
  /** A calendar day, or a day with a time of day. Values are 'YYYY-MM-DD' and 'YYYY-MM-DDTHH:mm'. */
  kind?: 'date' | 'datetime-local' | 'time';
};

/** The browser's own date field: it knows the person's keyboard, calendar and language. */
export function DateInput({ kind = 'date', className, ...rest }: DateInputProps): ReactNode {
  const wiring = useFieldControl(rest);
  return (
    <input
      {...rest}
      {...wiring}
      type={kind}
      className={classNames(controlClass, 'appearance-none tabular-nums', className)}
    />
  );
}
