'use client';

import { formErrors, useFormFailure } from '@aura/identity/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { useTimezone } from '@aura/ui/date-text';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { isShortcut } from '@aura/ui/shortcuts';
import { fromLocalTime } from '@aura/ui/zoned-time';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { Activity } from '../activity.schema.ts';
import type { ActivityType } from '../activity.ts';
import { type ActivityDraft, type ActivityTarget, emptyDraft, problemsOf, toActivity } from './activity-draft.ts';
import { activityWords } from './activity-words.tsx';
import { CallFields, EmailFields, MeetingFields, NoteFields } from './quick-log-fields.tsx';
import { useActivitiesApi } from './use-activities-api.ts';

export type QuickLogProps = ActivityTarget & {
  /** Runs after an activity was saved, for a page that must ask again for something of its own. */
  onLogged?: (activity: Activity) => void;
};

const types: readonly ActivityType[] = ['call', 'note', 'email', 'meeting'];

/** Logs what was done about a record. A call takes one press on its outcome; everything else is optional. */
export function QuickLog({ onLogged, ...target }: QuickLogProps): ReactNode {
  const titleId = useId();
  const [draft, setDraft] = useState<ActivityDraft>(emptyDraft);
  const [saved, setSaved] = useState<string | null>(null);
  const failure = useFormFailure();
  const timezone = useTimezone();
  const form = useRef<HTMLFormElement>(null);
  const create = useCreateActivity();
  useLogKey(form);

  const change = (next: Partial<ActivityDraft>): void => {
    setSaved(null);
    setDraft((now) => ({ ...now, ...next }));
  };
  const send = async (wanted: ActivityDraft): Promise<void> => {
    if (create.isPending) return;
    const problems = problemsOf(wanted);
    if (problems.length > 0) return failure.fail(problems);
    failure.clear();
    try {
      const activity = await create.mutateAsync(
        toActivity(wanted, target, wanted.when ? fromLocalTime(wanted.when, timezone) : null),
      );
      const said = [activityWords[activity.type].logged, activity.outcome].filter(Boolean).join(': ');
      setDraft({ ...emptyDraft, type: wanted.type });
      setSaved(said);
      announce(said);
      onLogged?.(activity);
    } catch (error) {
      failure.fail(formErrors(error, ['subject', 'body', 'durationMinutes', 'occurredAt']));
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(draft);
  };
  const fields = { draft, change, errorOf: failure.errorOf, isPending: create.isPending };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      aria-labelledby={titleId}
      className="flex flex-col gap-4 rounded-panel border border-line bg-surface p-4"
    >
      <h2 id={titleId} className="sr-only">
        Log an activity
      </h2>
      <TypeChoice value={draft.type} onChange={(type) => change({ type, outcome: '' })} />
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      {draft.type === 'call' ? (
        <CallFields {...fields} onOutcome={(outcome) => void send({ ...draft, outcome })} />
      ) : null}
      {draft.type === 'note' ? <NoteFields {...fields} /> : null}
      {draft.type === 'email' ? <EmailFields {...fields} /> : null}
      {draft.type === 'meeting' ? <MeetingFields {...fields} /> : null}
      {draft.type === 'call' && !saved ? null : (
        <div className="flex flex-wrap items-center gap-3">
          {draft.type === 'call' ? null : (
            <Button type="submit" variant="primary" loading={create.isPending} loadingLabel="Saving…">
              {draft.type === 'note' ? 'Save note' : `Log ${activityWords[draft.type].label.toLowerCase()}`}
            </Button>
          )}
          {saved ? (
            <Saved text={saved} onNote={() => change({ type: 'note' })} isNoteOffered={draft.type === 'call'} />
          ) : null}
        </div>
      )}
    </form>
  );
}

function Saved({
  text,
  onNote,
  isNoteOffered,
}: {
  text: string;
  onNote: () => void;
  isNoteOffered: boolean;
}): ReactNode {
  return (
    <>
      <span className="inline-flex items-center gap-1.5 text-small font-medium text-ok">
        <Check aria-hidden className="size-4" />
        {text}
      </span>
      {isNoteOffered ? (
        <Button size="sm" variant="ghost" onClick={onNote}>
          Add a note
        </Button>
      ) : null}
    </>
  );
}

function TypeChoice({ value, onChange }: { value: ActivityType; onChange: (type: ActivityType) => void }): ReactNode {
  const name = useId();
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="sr-only">What happened</legend>
      <div className="flex flex-wrap gap-1">
        {types.map((type) => {
          const { label, Icon } = activityWords[type];
          return (
            <label
              key={type}
              className="relative inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-control border border-transparent px-2.5 text-body text-muted has-checked:border-primary has-checked:bg-primary-soft has-checked:font-medium has-checked:text-primary has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus hover:text-ink pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name={name}
                value={type}
                checked={value === type}
                onChange={() => onChange(type)}
                className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-control outline-none"
              />
              <Icon aria-hidden className="size-4" />
              {label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function useCreateActivity() {
  const api = useActivitiesApi().activities;
  const queries = useQueryClient();
  return useMutation(
    api.create.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.list.infiniteQueryKey() }),
    }),
  );
}

const startEvent = 'aura:log';

/** Puts the cursor into the composer of the record in view. */
export function startLog(): void {
  window.dispatchEvent(new Event(startEvent));
}

/** `L` puts the cursor into the composer; so does the palette. */
function useLogKey(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const start = (): void => {
      form.current?.querySelector('input')?.focus();
      form.current?.scrollIntoView({ block: 'center' });
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'l' || !isShortcut(event)) return;
      event.preventDefault();
      start();
    };
    document.addEventListener('keydown', onKeyDown);
    window.addEventListener(startEvent, start);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      window.removeEventListener(startEvent, start);
    };
  }, [form]);
}
