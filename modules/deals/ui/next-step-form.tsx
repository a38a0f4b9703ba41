'use client';

import { Button } from '@aura/ui/button';
import { DateInput } from '@aura/ui/date-input';
import { Field } from '@aura/ui/field';
import { TextInput } from '@aura/ui/text-input';
import { type ReactNode, useState } from 'react';
import type { Deal } from '../deal.schema.ts';
import type { FieldChanges } from './deal-changes.ts';
import { addDays, nextMonday } from './next-step.ts';
import { useToday } from './use-today.ts';

type NextStepFormProps = { deal: Deal; onSave: (fields: FieldChanges) => void };

/** What to do next and when. A press on a day saves it with what stands in the field. */
export function NextStepForm({ deal, onSave }: NextStepFormProps): ReactNode {
  const today = useToday();
  const [step, setStep] = useState(deal.nextStep ?? '');
  const [day, setDay] = useState(deal.nextStepOn ?? '');
  const save = (on: string): void => onSave({ nextStep: step.trim() || 'Follow up', nextStepOn: on });
  const chips = [
    { label: 'Today', on: today },
    { label: 'Tomorrow', on: addDays(today, 1) },
    { label: '+3 days', on: addDays(today, 3) },
    { label: 'Next week', on: nextMonday(today) },
  ];
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save(day || addDays(today, 1));
      }}
    >
      <div className="flex flex-wrap gap-2">
        {chips.map((chip) => (
          <Button key={chip.label} size="sm" onClick={() => save(chip.on)}>
            {chip.label}
          </Button>
        ))}
      </div>
      <Field label="What">
        <TextInput
          value={step}
          placeholder="Follow up"
          maxLength={300}
          onChange={(event) => setStep(event.target.value)}
        />
      </Field>
      <Field label="Due">
        <DateInput value={day} onChange={(event) => setDay(event.target.value)} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        {deal.nextStepOn ? (
          <Button variant="ghost" onClick={() => onSave({ nextStep: null, nextStepOn: null })}>
            Clear
          </Button>
        ) : null}
        <Button type="submit" variant="primary">
          Save
        </Button>
      </div>
    </form>
  );
}
