'use client';

import { type ComponentProps, type ReactNode, useId } from 'react';

export type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'size'> & {
  label: ReactNode;
  help?: ReactNode;
  /** The label's text stays for screen readers. */
  hideLabel?: boolean;
};

/** Turns something on or off at once. In a form that is saved later use Checkbox. */
export function Switch({ label, help, hideLabel = false, className, ...rest }: SwitchProps): ReactNode {
  const generated = useId();
  const id = rest.id ?? generated;
  return (
    <div className={`flex items-start justify-between gap-4 ${className ?? ''}`}>
      <div className={hideLabel ? 'sr-only' : 'min-w-0 py-0.5'}>
        <label htmlFor={id} className="text-body text-ink">
          {label}
        </label>
        {help ? (
          <div id={`${id}-help`} className="mt-0.5 text-small text-muted">
            {help}
          </div>
        ) : null}
      </div>
      <span className="relative inline-grid h-6 w-10 shrink-0 place-items-center pointer-coarse:h-11 pointer-coarse:w-12">
        <input
          {...rest}
          id={id}
          type="checkbox"
          {...asSwitch}
          aria-describedby={help ? `${id}-help` : rest['aria-describedby']}
          className="peer absolute inset-0 m-0 cursor-pointer appearance-none rounded-full disabled:cursor-not-allowed"
        />
        <span
          aria-hidden
          className="pointer-events-none flex h-5.5 w-10 items-center rounded-full border border-control bg-surface p-0.75 text-control transition-colors duration-120 peer-checked:border-primary peer-checked:bg-primary peer-checked:text-on-primary peer-disabled:border-line peer-disabled:bg-sunken peer-disabled:text-subtle peer-checked:*:translate-x-4.5"
        >
          <span className="size-3.5 rounded-full bg-current transition-transform duration-120 ease-ledger forced-colors:bg-[CanvasText]" />
        </span>
      </span>
    </div>
  );
}

/** A checkbox read as a switch; its checked state is the browser's, so no `aria-checked` may stand beside it. */
const asSwitch = { role: 'switch' } as const;
