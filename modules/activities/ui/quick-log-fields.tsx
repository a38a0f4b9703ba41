'use client';

import { MemberPicker, MentionTextarea, useMemberNames } from '@aura/members/client';
import { Button } from '@aura/ui/button';
import { DateInput } from '@aura/ui/date-input';
import { Field } from '@aura/ui/field';
import { RadioGroup } from '@aura/ui/radio-group';
import { TextInput } from '@aura/ui/text-input';
import { ChevronDown, X } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { type ActivityDraft, callOutcomes, emailDirections, meetingMinutes } from './activity-draft.ts';

export type LogFieldsProps = {
  draft: ActivityDraft;
  change: (next: Partial<ActivityDraft>) => void;
  errorOf: (field: string) => ReactNode;
  isPending: boolean;
};

/** The outcome saves at once, with whatever details were filled in before. */
export function CallFields(props: LogFieldsProps & { onOutcome: (outcome: string) => void }): ReactNode {
  const { isPending, onOutcome } = props;
  const labelId = useId();
  return (
    <>
      <Details label="Add details first">
        <BodyField {...props} label="What was said" />
        <div className="grid gap-4 sm:grid-cols-2">
          <MinutesField {...props} />
          <WhenField {...props} />
        </div>
      </Details>
      <fieldset aria-labelledby={labelId} className="m-0 border-0 p-0 flex flex-col gap-2">
        <p id={labelId} className="text-small text-muted">
          How did it go? Choosing saves the call.
        </p>
        <div className="flex flex-wrap gap-2">
          {callOutcomes.map((outcome) => (
            <Button
              key={outcome}
              onClick={() => onOutcome(outcome)}
              aria-disabled={isPending || undefined}
              className="rounded-full"
            >
              {outcome}
            </Button>
          ))}
        </div>
      </fieldset>
    </>
  );
}

export function NoteFields(props: LogFieldsProps): ReactNode {
  return <BodyField {...props} label="Note" />;
}

export function EmailFields(props: LogFieldsProps): ReactNode {
  const { draft, change } = props;
  return (
    <>
      <SubjectField {...props} />
      <RadioGroup
        label="Direction"
        layout="row"
        value={draft.outcome || 'Sent'}
        onValueChange={(outcome) => change({ outcome })}
        options={emailDirections.map((value) => ({ value, label: value }))}
      />
      <Details label="Add text and time">
        <BodyField {...props} label="Text" />
        <WhenField {...props} />
      </Details>
    </>
  );
}

export function MeetingFields(props: LogFieldsProps): ReactNode {
  const { draft, change } = props;
  return (
    <>
      <SubjectField {...props} />
      <div className="grid gap-4 sm:grid-cols-2">
        <WhenField {...props} />
        <MinutesField {...props} />
      </div>
      <fieldset aria-label="Usual lengths" className="m-0 border-0 p-0 -mt-2 flex flex-wrap gap-2">
        {meetingMinutes.map((minutes) => (
          <Button
            key={minutes}
            size="sm"
            aria-pressed={draft.minutes === minutes}
            className="rounded-full aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary"
            onClick={() => change({ minutes })}
          >
            {minutes} min
          </Button>
        ))}
      </fieldset>
      <Details label="Add notes and colleagues">
        <BodyField {...props} label="Notes" />
        <Participants {...props} />
      </Details>
    </>
  );
}

function SubjectField({ draft, change, errorOf }: LogFieldsProps): ReactNode {
  return (
    <Field id="subject" label="Subject" error={errorOf('subject')} required>
      <TextInput
        name="subject"
        value={draft.subject}
        onChange={(event) => change({ subject: event.target.value })}
        autoComplete="off"
      />
    </Field>
  );
}

function BodyField({ draft, change, errorOf, label }: LogFieldsProps & { label: string }): ReactNode {
  return (
    <Field id="body" label={label} help="Type @ to mention a colleague" error={errorOf('body')}>
      <MentionTextarea
        name="body"
        value={draft.body}
        onValueChange={(body) => change({ body })}
        onMention={(mention) => change({ mentions: [...draft.mentions, mention] })}
      />
    </Field>
  );
}

function MinutesField({ draft, change, errorOf }: LogFieldsProps): ReactNode {
  return (
    <Field id="durationMinutes" label="Minutes" error={errorOf('durationMinutes')}>
      <TextInput
        name="durationMinutes"
        inputMode="numeric"
        autoComplete="off"
        value={draft.minutes}
        onChange={(event) => change({ minutes: event.target.value })}
      />
    </Field>
  );
}

function WhenField({ draft, change, errorOf }: LogFieldsProps): ReactNode {
  return (
    <Field id="occurredAt" label="When (now, if left empty)" error={errorOf('occurredAt')}>
      <DateInput
        kind="datetime-local"
        name="occurredAt"
        value={draft.when}
        onChange={(event) => change({ when: event.target.value })}
      />
    </Field>
  );
}

function Participants({ draft, change }: LogFieldsProps): ReactNode {
  const names = useMemberNames();
  const add = (userId: string | null): void => {
    if (userId && !draft.participantIds.includes(userId)) change({ participantIds: [...draft.participantIds, userId] });
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label="Colleagues who took part">
        <MemberPicker
          key={draft.participantIds.length}
          value={null}
          onValueChange={add}
          placeholder="Add a colleague"
        />
      </Field>
      {draft.participantIds.length > 0 ? (
        <ul aria-label="Colleagues" className="flex flex-wrap gap-2">
          {draft.participantIds.map((userId) => (
            <li
              key={userId}
              className="inline-flex items-center gap-1 rounded-full border border-control ps-3 text-small"
            >
              {names.get(userId)?.name ?? '…'}
              <button
                type="button"
                aria-label={`Remove ${names.get(userId)?.name ?? 'colleague'}`}
                onClick={() => change({ participantIds: draft.participantIds.filter((each) => each !== userId) })}
                className="grid size-7 place-items-center rounded-full text-muted hover:text-ink pointer-coarse:size-11"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Details({ label, children }: { label: string; children: ReactNode }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="flex flex-col gap-4">
      <Button
        size="sm"
        variant="ghost"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="-ms-2.5 self-start"
      >
        {label}
        <ChevronDown aria-hidden className={isOpen ? 'rotate-180' : ''} />
      </Button>
      <div id={id} hidden={!isOpen} className="flex flex-col gap-4 [&[hidden]]:hidden">
        {isOpen ? children : null}
      </div>
    </div>
  );
}
