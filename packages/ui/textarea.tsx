'use client';

import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { useFieldControl } from './field.tsx';

/** Several lines of text. Grows with its content where the browser can; Ctrl or Cmd + Enter sends the form. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>): ReactNode {
  const wiring = useFieldControl(rest);
  return (
    <textarea
      {...rest}
      {...wiring}
      rows={rows}
      className={classNames(controlClass, 'field-sizing-content max-h-96 min-h-20 resize-y', className)}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event);
        const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (isSend && !event.defaultPrevented) event.currentTarget.form?.requestSubmit();
      }}
    />
  );
}
