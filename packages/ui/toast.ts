import { announce } from './announce.ts';

export type ToastTone = 'plain' | 'danger';

export type ToastOptions = {
  title: string;
  description?: string;
  tone?: ToastTone;
  /** A way on, such as "Undo" or "Retry". Never the only way: undo is also Ctrl/Cmd+Z and in the timeline. */
  action?: { label: string; onAction: () => void; isUndo?: boolean };
  /** Failures stay until dismissed; the rest leaves after 6 s, or 12 s with an action. */
  durationMs?: number | 'until-dismissed';
};

export type Toast = ToastOptions & { id: number; durationMs: number | 'until-dismissed' };

const TOASTS_MAX = 3;
const PLAIN_MS = 6_000;
const WITH_ACTION_MS = 12_000;
const UNDOS_MAX = 20;

let toasts: readonly Toast[] = [];
let undos: readonly (() => void)[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

/** Shows a short message at the edge of the window, speaks it, and returns its id. At most three stay, the oldest goes first. */
export function toast(options: ToastOptions): number {
  const id = nextId++;
  const entry: Toast = { ...options, id, durationMs: options.durationMs ?? defaultDuration(options) };
  toasts = [...toasts, entry].slice(-TOASTS_MAX);
  if (options.action?.isUndo) undos = [...undos, options.action.onAction].slice(-UNDOS_MAX);
  announce([options.title, options.description].filter(Boolean).join('. '), { assertive: options.tone === 'danger' });
  emit();
  return id;
}

export function dismissToast(id: number): void {
  toasts = toasts.filter((entry) => entry.id !== id);
  emit();
}

/** Runs the latest undo once, also after its toast has gone; up to twenty can be taken back. False: nothing to undo. */
export function undoLatest(): boolean {
  const run = undos.at(-1);
  if (!run) return false;
  forgetUndo(run);
  run();
  return true;
}

/** Runs a toast's action and takes the toast away. */
export function actOnToast(entry: Toast): void {
  if (entry.action) {
    forgetUndo(entry.action.onAction);
    entry.action.onAction();
  }
  dismissToast(entry.id);
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

function forgetUndo(run: () => void): void {
  if (!undos.includes(run)) return;
  undos = undos.filter((other) => other !== run);
  toasts = toasts.filter((entry) => entry.action?.onAction !== run);
  emit();
}

function defaultDuration({ tone, action }: ToastOptions): number | 'until-dismissed' {
  if (tone === 'danger') return 'until-dismissed';
  return action ? WITH_ACTION_MS : PLAIN_MS;
}

function emit(): void {
  for (const listener of listeners) listener();
}
