'use client';

import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';
import { Spinner } from './spinner.tsx';

export type PlainButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** An icon before the label. */
  icon?: ReactNode;
  loading?: boolean;
  /** Shown while loading, e.g. "Saving…". The width is that of the longer label, so nothing jumps. */
  loadingLabel?: string;
  /** Looks and behaves as not to be pressed, and stays focusable. */
  isBlocked?: boolean;
};

/** The button of pages that must be light: it cannot give a reason in a tooltip, which is most of what a `Button` weighs. */
export function PlainButton(props: PlainButtonProps): ReactNode {
  const { variant, size, icon, loading = false, loadingLabel, isBlocked = false, className, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ variant, size, isBlocked: isBlocked || rest.disabled === true, className })}
      aria-busy={loading || undefined}
      aria-disabled={loading || isBlocked ? true : rest['aria-disabled']}
      {...(loading || isBlocked ? blockedHandlers : undefined)}
    >
      <ButtonLabel icon={icon} loading={loading} loadingLabel={loadingLabel}>
        {children}
      </ButtonLabel>
    </button>
  );
}

type ButtonLabelProps = Pick<PlainButtonProps, 'icon' | 'loading' | 'loadingLabel' | 'children'>;

/** Both labels share one grid cell; `invisible` hides the idle one from everyone but keeps its width. */
function ButtonLabel({ icon, loading, loadingLabel, children }: ButtonLabelProps): ReactNode {
  if (!loading && !loadingLabel)
    return (
      <>
        {icon}
        {children}
      </>
    );
  return (
    <span className="grid items-center justify-items-center *:col-start-1 *:row-start-1">
      <span className={`inline-flex items-center gap-2 ${loading ? 'invisible' : ''}`}>
        {icon}
        {children}
      </span>
      <span className={`inline-flex items-center gap-2 ${loading ? '' : 'invisible'}`}>
        <Spinner />
        {loadingLabel ?? <span className="sr-only">Working…</span>}
      </span>
    </span>
  );
}

function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** A blocked button may still be the trigger of a menu, which opens on press: those handlers must not run either. */
const blockedHandlers = {
  onClick: swallow,
  onMouseDown: undefined,
  onPointerDown: undefined,
  onKeyDown: undefined,
  onKeyUp: undefined,
};
