'use client';

import { type ComponentProps, type ReactNode, useImperativeHandle } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { useFieldControl } from './field.tsx';
import { useEarlyTyping } from './use-early-typing.ts';

export type TextInputProps = ComponentProps<'input'> & {
  /** An icon or a unit before the text; decoration only. */
  lead?: ReactNode;
  /** A unit or a small button after the text. */
  trail?: ReactNode;
};

/** A line of text of any type: text, email, tel, url, password, search, number. Give personal fields `autoComplete`. */
export function TextInput({ lead, trail, className, ref, ...rest }: TextInputProps): ReactNode {
  const wiring = useFieldControl(rest);
  const field = useEarlyTyping(rest.value !== undefined);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => field.current, [field]);
  const frame = classNames(controlClass, lead && 'pl-9', trail && 'pr-10', className);
  const input = <input type="text" {...rest} {...wiring} ref={field} className={frame} />;
  if (!lead && !trail) return input;
  return (
    <span className="relative block min-w-0">
      {input}
      {lead ? <span className={`${edge} pointer-events-none left-3`}>{lead}</span> : null}
      {trail ? <span className={`${edge} right-1.5`}>{trail}</span> : null}
    </span>
  );
}

const edge = 'absolute inset-y-0 flex items-center text-small text-muted [&_svg]:size-4';
