'use client';

import { type ComponentProps, type MouseEvent, type ReactElement, type ReactNode, useId, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';
import { Spinner } from './spinner.tsx';
import { Tooltip } from './tooltip.tsx';

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** An icon before the label. */
  icon?: ReactNode;
  loading?: boolean;
  /** Shown while loading, e.g. "Saving…". The width is that of the longer label, so nothing jumps. */
  loadingLabel?: string;
  /** Blocks the button but keeps it focusable, and says why in a tooltip and to screen readers. */
  disabledReason?: string | null;
  /** Blocks without a reason. Only for a state that is obvious, such as Previous on the first page. */
  disabled?: boolean;
};

export function Button(props: ButtonProps): ReactNode {
  const { variant, size, icon, loading = false, loadingLabel, disabledReason, className, children, ...rest } = props;
  const isBlocked = Boolean(disabledReason) || rest.disabled === true;
  const reasonId = useId();
  const button = (
    <button
      type="button"
      {...rest}
      className={buttonClass({ variant, size, isBlocked, className })}
      aria-busy={loading || undefined}
      aria-disabled={loading || disabledReason ? true : rest['aria-disabled']}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      {...(loading || disabledReason ? blockedHandlers : undefined)}
    >
      <ButtonLabel icon={icon} loading={loading} loadingLabel={loadingLabel}>
        {children}
      </ButtonLabel>
    </button>
  );
  return disabledReason ? <WithReason id={reasonId} reason={disabledReason} button={button} /> : button;
}

type ButtonLabelProps = Pick<ButtonProps, 'icon' | 'loading' | 'loadingLabel' | 'children'>;

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

function WithReason({ id, reason, button }: { id: string; reason: string; button: ReactElement }): ReactNode {
  const [open, setOpen] = useState(false);
  // A tap shows no hover tooltip, so a press opens it too. The wrapper takes no layout of its own.
  return (
    <span className="contents" onClickCapture={() => setOpen(true)}>
      <Tooltip content={reason} open={open} onOpenChange={setOpen}>
        {button}
      </Tooltip>
      <span id={id} hidden>
        {reason}
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
