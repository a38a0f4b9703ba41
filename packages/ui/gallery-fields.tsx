'use client';

import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Checkbox } from './checkbox.tsx';
import { Combobox, type ComboboxOption } from './combobox.tsx';
import { DateInput } from './date-input.tsx';
import { Field } from './field.tsx';
import { useFindBox } from './find-box.tsx';
import { FormErrorSummary } from './form-error-summary.tsx';
import { GallerySection, longText, rtlName } from './gallery-section.tsx';
import { InlineEdit } from './inline-edit.tsx';
import { MoneyInput } from './money-input.tsx';
import { OtpField } from './otp-field.tsx';
import { RadioGroup } from './radio-group.tsx';
import { Select } from './select.tsx';
import { Switch } from './switch.tsx';
import { TextInput } from './text-input.tsx';
import { Textarea } from './textarea.tsx';

export function GalleryFields(): ReactNode {
  return (
    <GallerySection title="Fields">
      <form noValidate className="flex flex-col gap-6" onSubmit={(event) => event.preventDefault()}>
        <FailedSubmit />
        <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
          <TextFields />
          <ChoiceFields />
        </div>
      </form>
    </GallerySection>
  );
}

function FailedSubmit(): ReactNode {
  const [attempt, setAttempt] = useState(0);
  return (
    <>
      <button type="button" className="self-start text-link" onClick={() => setAttempt(attempt + 1)}>
        Fail the form
      </button>
      {attempt > 0 ? (
        <FormErrorSummary
          attempt={attempt}
          errors={[
            { field: 'deal-value', message: 'Enter an amount using numbers, for example 1200.50' },
            { field: 'deal-close', message: 'Close date must be today or later' },
          ]}
        />
      ) : null}
    </>
  );
}

function TextFields(): ReactNode {
  return (
    <>
      <Field label="Deal name" mark="required" help="What the customer would call it.">
        <TextInput name="name" defaultValue={longText} />
      </Field>
      <Field label="Contact" mark="optional">
        <TextInput name="contact" autoComplete="name" defaultValue={rtlName} dir="auto" />
      </Field>
      <Field label="E-mail" error="A contact with jo@acme.com already exists">
        <TextInput type="email" autoComplete="email" defaultValue="jo@acme.com" />
      </Field>
      <Field id="deal-value" label="Value" error="Enter an amount using numbers, for example 1200.50">
        <MoneyInput currency="USD" defaultValue="12 k" />
      </Field>
      <Field id="deal-close" label="Close date" saving>
        <DateInput defaultValue="2026-03-04" />
      </Field>
      <Field label="Search" hideLabel>
        <TextInput type="search" lead={<Search aria-hidden />} placeholder="Acme" />
      </Field>
      <FindOne />
      <Field label="Note">
        <Textarea placeholder="What was said" />
      </Field>
      <Field label="Read only">
        <TextInput readOnly value="deal-1042" />
      </Field>
      <Field label="Disabled">
        <TextInput disabled value="Set by an admin" />
      </Field>
      <Field label="One-time code" help="6 digits from the e-mail.">
        <OtpField />
      </Field>
    </>
  );
}

const fields = [...Array(14).keys()].map((index) => (index === 3 ? longText : `Field ${index + 1}`));

function FindOne(): ReactNode {
  const { found, box } = useFindBox(fields, { noun: ['field', 'fields'], textOf: (name) => name });
  return (
    <div className="flex flex-col gap-2">
      {box}
      <p className="text-small text-muted">{found.length} found</p>
    </div>
  );
}

const owners: readonly ComboboxOption[] = [
  { value: '1', label: 'Ana Ruiz', detail: 'Manager' },
  { value: '2', label: rtlName, detail: 'Sales rep' },
  { value: '3', label: longText },
];

function ChoiceFields(): ReactNode {
  const [owner, setOwner] = useState<ComboboxOption | null>(owners[0] ?? null);
  const [value, setValue] = useState('12,450');
  return (
    <>
      <Field label="Stage">
        <Select
          placeholder="Choose a stage"
          options={[
            { value: 'a', label: 'Proposal' },
            { value: 'b', label: longText },
          ]}
        />
      </Field>
      <Field label="Owner" help="Type to find or create.">
        <Combobox
          value={owner}
          onValueChange={setOwner}
          options={owners}
          onCreate={(label) => setOwner({ value: label, label })}
          createLabel={(query) => `Invite "${query}"`}
        />
      </Field>
      <RadioGroup
        label="Role"
        defaultValue="rep"
        help="Can be changed later."
        options={[
          { value: 'rep', label: 'Sales rep', help: 'Sees their own records' },
          { value: 'manager', label: 'Manager' },
          { value: 'admin', label: 'Admin', disabled: true },
        ]}
      />
      <div className="flex flex-col gap-2">
        <Checkbox label="Send a copy to me" defaultChecked />
        <Checkbox label="Some of the rows" indeterminate />
        <Checkbox label={longText} help="Help stands below." error="Tick this box to go on" />
        <Checkbox label="Cannot be changed" disabled defaultChecked />
      </div>
      <div className="flex flex-col gap-3">
        <Switch label="Single-key shortcuts" help="Press ? to see them." defaultChecked />
        <Switch label="Weekly summary" />
        <Switch label="Locked" disabled />
      </div>
      <div className="flex flex-col gap-1">
        <InlineEdit
          label="Value of Acme renewal"
          value={value}
          onSave={async (next) => setValue(next)}
          validate={(next) => (next === '' ? 'Enter the deal value' : null)}
        />
        <InlineEdit
          label="Owner"
          value="Ana Ruiz"
          onSave={async () => undefined}
          disabledReason="Only managers can change the owner"
        />
      </div>
    </>
  );
}
