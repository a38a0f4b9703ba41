'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Hands over what was typed, or filled in by a password manager, before the page's script ran: the server's field took
 * the text, React's state does not know it and would empty the field with its next change.
 */
export function useEarlyTyping(isControlled: boolean): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = field.current;
    // The attribute is what the server rendered.
    if (!input || !isControlled || input.value === input.defaultValue) return;
    const typed = input.value;
    // React tells a change from its own writing by the last value that it saw: so it sees the old one first.
    input.value = input.defaultValue;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, [isControlled]);
  return field;
}
