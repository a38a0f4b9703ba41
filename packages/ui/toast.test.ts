import { afterEach, expect, it, vi } from 'vitest';
import { withToggle } from './announce.ts';
import { actOnToast, currentToasts, dismissToast, toast, undoLatest } from './toast.ts';

afterEach(() => {
  for (const entry of currentToasts()) dismissToast(entry.id);
});

it('keeps three at most, the newest last', () => {
  for (const title of ['one', 'two', 'three', 'four']) toast({ title });
  expect(currentToasts().map((entry) => entry.title)).toEqual(['two', 'three', 'four']);
});

it('leaves failures until they are dismissed and actions for ten seconds or more', () => {
  toast({ title: 'failed', tone: 'danger' });
  toast({ title: 'moved', action: { label: 'Undo', onAction: () => undefined } });
  expect(currentToasts()[0]?.durationMs).toBe('until-dismissed');
  expect(currentToasts()[1]?.durationMs).toBeGreaterThanOrEqual(10_000);
});

it('can still undo by key after the toast has gone, but only once', () => {
  const onAction = vi.fn<() => void>();
  const id = toast({ title: 'moved', action: { label: 'Undo', isUndo: true, onAction } });
  dismissToast(id);
  expect(undoLatest()).toBe(true);
  expect(undoLatest()).toBe(false);
  expect(onAction).toHaveBeenCalledTimes(1);
});

it('undoes one after the other by key, the latest first', () => {
  const undone: string[] = [];
  for (const title of ['one', 'two'])
    toast({ title, action: { label: 'Undo', isUndo: true, onAction: () => undone.push(title) } });
  expect([undoLatest(), undoLatest(), undoLatest()]).toEqual([true, true, false]);
  expect(undone).toEqual(['two', 'one']);
});

it('does not undo a second time by key what the button undid', () => {
  const onAction = vi.fn<() => void>();
  toast({ title: 'moved', action: { label: 'Undo', isUndo: true, onAction } });
  const [entry] = currentToasts();
  if (entry) actOnToast(entry);
  expect(currentToasts()).toEqual([]);
  expect(undoLatest()).toBe(false);
  expect(onAction).toHaveBeenCalledTimes(1);
});

it('makes a repeated announcement a new text', () => {
  expect(withToggle('Saved', '')).toBe('Saved');
  expect(withToggle('Saved', 'Saved')).toBe('Saved\u200b');
});
