'use client';

import { type ReactElement, type ReactNode, useId } from 'react';
import { PlainButton, type PlainButtonProps } from './plain-button.tsx';
import { Tooltip } from './tooltip.tsx';

export type ButtonProps = Omit<PlainButtonProps, 'disabled' | 'isBlocked'> & {
  /** Blocks the button but keeps it focusable, and says why in a tooltip and to screen readers. */
  disabledReason?: string | null;
  /** Blocks without a reason. Only for a state that is obvious, such as Previous on the first page. */
  disabled?: boolean;
};

export function Button({ disabledReason, ...rest }: ButtonProps): ReactNode {
  const reasonId = useId();
  if (!disabledReason) return <PlainButton {...rest} />;
  const button = <PlainButton {...rest} isBlocked aria-describedby={reasonId} />;
  return <WithReason id={reasonId} reason={disabledReason} button={button} />;
}

type WithReasonProps = { id: string; reason: string; button: ReactElement<PlainButtonProps> };

function WithReason({ id, reason, button }: WithReasonProps): ReactNode {
  return (
    <>
      <Tooltip content={reason} opensOnPress>
        {button}
      </Tooltip>
      <span id={id} hidden>
        {reason}
      </span>
    </>
  );
}
