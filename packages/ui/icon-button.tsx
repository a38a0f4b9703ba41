'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'loadingLabel'> & {
  /** The accessible name, also shown as tooltip. */
  label: string;
  icon: ReactNode;
};

/** A button that is only an icon, always named. */
export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size = 'md',
  className,
  ...rest
}: IconButtonProps): ReactNode {
  const square = size === 'sm' ? 'size-8 p-0' : size === 'lg' ? 'size-11 p-0' : 'size-9 p-0';
  const button = (
    <Button {...rest} variant={variant} size={size} aria-label={label} className={`${square} ${className ?? ''}`}>
      {icon}
    </Button>
  );
  return rest.disabledReason ? button : <Tooltip content={label}>{button}</Tooltip>;
}
