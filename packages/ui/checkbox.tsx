'use client';

import { Check, Minus } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { FieldError } from './field.tsx';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'size'> & {
  /** The visible label. Without one give `aria-label`, as a table row does. */
  label?: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  /** Some but not all of what this box stands for. */
  indeterminate?: boolean;
};

/** A native checkbox drawn in the system's lines. */
export function Checkbox({ label, help, error, indeterminate = false, className, ...rest }: CheckboxProps): ReactNode {
  const generated = useId();
  const id = rest.id ?? generated;
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : '', rest['aria-describedby'] ?? '']
    .filter(Boolean)
    .join(' ');
  const box = (
    <CheckboxBox
      {...rest}
      id={id}
      indeterminate={indeterminate}
      aria-describedby={describedBy || undefined}
      aria-invalid={error ? true : rest['aria-invalid']}
    />
  );
  if (label === undefined) return <span className={className}>{box}</span>;
  return (
    <div className={`flex flex-col gap-1 ${className ?? ''}`}>
      <div className="flex items-start gap-1.5">
        {box}
        <label htmlFor={id} className="min-w-0 py-0.5 text-body wrap-anywhere text-ink pointer-coarse:py-3">
          {label}
        </label>
      </div>
      {help ? (
        <div id={`${id}-help`} className="ps-7.5 text-small text-muted">
          {help}
        </div>
      ) : null}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

type CheckboxBoxProps = Omit<ComponentProps<'input'>, 'type' | 'size'> & { indeterminate: boolean };

function CheckboxBox({ indeterminate, ...rest }: CheckboxBoxProps): ReactNode {
  return (
    <span className="relative inline-grid size-6 shrink-0 place-items-center pointer-coarse:size-11">
      <input
        {...rest}
        type="checkbox"
        ref={(node) => {
          // "Indeterminate" has no attribute, only a property.
          if (node) node.indeterminate = indeterminate;
        }}
        className="peer absolute inset-0 m-0 cursor-pointer appearance-none rounded-control disabled:cursor-not-allowed"
      />
      <span
        aria-hidden
        className="pointer-events-none grid size-4.5 place-items-center rounded-[4px] border border-control bg-surface text-on-primary *:invisible peer-checked:*:visible peer-indeterminate:*:visible peer-hover:border-ink peer-checked:border-primary peer-checked:bg-primary peer-indeterminate:border-primary peer-indeterminate:bg-primary peer-aria-invalid:border-danger peer-disabled:border-line peer-disabled:bg-sunken peer-disabled:text-subtle"
      >
        {indeterminate ? <Minus className="size-3.5 stroke-3" /> : <Check className="size-3.5 stroke-3" />}
      </span>
    </span>
  );
}
