'use client';

import { CircleAlert, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { actOnToast, currentToasts, dismissToast, subscribeToToasts, type Toast, undoLatest } from './toast.ts';

const none: readonly Toast[] = [];

/**
 * Shows the toasts. Render once, last in the body. F6 moves focus here and back; hover, focus and a hidden tab stop
 * the clocks; Ctrl/Cmd+Z outside a text field runs the latest undo. The words are spoken by the live regions.
 */
export function Toaster(): ReactNode {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  const region = useRef<HTMLElement>(null);
  const [isHeld, setHeld] = useState(false);
  useToastKeys(region);
  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label="Notifications"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--bottom-bar,0px)+env(safe-area-inset-bottom))] z-60 flex flex-col gap-2 p-4 outline-none sm:right-auto sm:left-(--rail,0px) sm:w-100 print:hidden"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((entry) => (
        <ToastCard key={entry.id} entry={entry} isHeld={isHeld} />
      ))}
    </section>
  );
}

function ToastCard({ entry, isHeld }: { entry: Toast; isHeld: boolean }): ReactNode {
  useToastClock(entry, isHeld);
  return (
    <div className="pointer-events-auto flex items-start gap-2 rounded-panel border border-line bg-raised py-2 ps-4 pe-2 text-ink shadow-float">
      {entry.tone === 'danger' ? <CircleAlert aria-hidden className="mt-2 size-4 text-danger" /> : null}
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-end gap-2">
        <div className="min-w-0 flex-[1_1_12rem] py-1.5">
          <p className="text-body font-medium">{entry.title}</p>
          {entry.description ? <p className="mt-0.5 text-small text-muted">{entry.description}</p> : null}
        </div>
        {entry.action ? (
          <Button size="sm" className="mt-0.5" onClick={() => actOnToast(entry)}>
            {entry.action.label}
          </Button>
        ) : null}
      </div>
      <IconButton
        label="Dismiss"
        size="sm"
        className="mt-0.5"
        icon={<X aria-hidden />}
        onClick={() => dismissToast(entry.id)}
      />
    </div>
  );
}

/** Counts down only while nobody reads: each pause keeps the time that was left. */
function useToastClock({ id, durationMs }: Toast, isHeld: boolean): void {
  const leftMs = useRef(durationMs);
  const isHidden = useSyncExternalStore(
    subscribeToVisibility,
    () => document.hidden,
    () => false,
  );
  useEffect(() => {
    if (leftMs.current === 'until-dismissed' || isHeld || isHidden) return;
    const startedAt = Date.now();
    const before = leftMs.current;
    const timer = setTimeout(() => dismissToast(id), before);
    return () => {
      clearTimeout(timer);
      leftMs.current = Math.max(before - (Date.now() - startedAt), 1_000);
    };
  }, [id, isHeld, isHidden]);
}

function subscribeToVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

function useToastKeys(region: { current: HTMLElement | null }): void {
  useEffect(() => {
    let cameFrom: Element | null = null;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'F6' && region.current?.firstElementChild) {
        event.preventDefault();
        const isInside = region.current.contains(document.activeElement);
        if (!isInside) cameFrom = document.activeElement;
        const target = isInside ? cameFrom : region.current.querySelector('button');
        if (target instanceof HTMLElement) target.focus();
        return;
      }
      const isUndo =
        event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (isUndo && !isEditable(event.target) && undoLatest()) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [region]);
}

function isEditable(target: EventTarget | null): boolean {
  const texts = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
  return target instanceof HTMLElement && target.matches(texts);
}
