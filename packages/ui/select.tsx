'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { useFieldControl } from './field.tsx';

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = ComponentProps<'select'> & {
  /** The choices; leave out to give `<option>` and `<optgroup>` as children. */
  options?: readonly SelectOption[];
  /** The text of the empty choice, e.g. "Choose a stage". */
  placeholder?: string;
};

/** The browser's own select in the system's frame: best for up to about fifteen choices. More: Combobox. */
export function Select({ options, placeholder, className, children, ...rest }: SelectProps): ReactNode {
  const wiring = useFieldControl(rest);
  return (
    <span className="relative block max-w-full min-w-0">
      <select
        {...rest}
        {...wiring}
        className={classNames(controlClass, 'max-w-full appearance-none truncate pr-9', className)}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-muted" />
    </span>
  );
}
