'use client';

import { useMe } from '@aura/identity/client';
import { Checkbox } from '@aura/ui/checkbox';
import { Field } from '@aura/ui/field';
import { Select } from '@aura/ui/select';
import { TextInput } from '@aura/ui/text-input';
import type { ReactNode } from 'react';
import { ambiguousFormats, type Creatable, creatableNames, creatableOf, type ImportDraft } from './import-draft.ts';
import type { StepProps } from './import-steps.ts';

type Change = StepProps['change'];

/** Only asked when the file leaves a doubt. */
export function Formats({ draft, change }: { draft: ImportDraft; change: Change }): ReactNode {
  const formats = ambiguousFormats(draft);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {formats.length > 0 ? (
        <Field label="How are dates written?" help="The values fit more than one way." mark="required">
          <Select
            value={draft.dateFormat}
            onChange={(event) => change({ dateFormat: event.target.value })}
            placeholder="Choose"
            options={formats.map((format) => ({ value: format, label: format }))}
          />
        </Field>
      ) : null}
      <Field label="How are numbers written?">
        <Select
          value={draft.numberFormat}
          onChange={(event) => change({ numberFormat: event.target.value })}
          placeholder="As found in the file"
          options={['1,234.56', '1.234,56'].map((format) => ({ value: format, label: format }))}
        />
      </Field>
    </div>
  );
}

export function MissingOptions({ draft, change }: { draft: ImportDraft; change: Change }): ReactNode {
  const canDefine = useMe()?.permissions.includes('custom-field:create') === true;
  const offered = creatableOf[draft.entity].filter((kind) => kind !== 'customField' || canDefine);
  if (offered.length === 0) return null;
  const toggle = (kind: Creatable, isOn: boolean): void =>
    change({
      createMissing: isOn ? [...draft.createMissing, kind] : draft.createMissing.filter((each) => each !== kind),
    });
  return (
    <fieldset className="m-0 flex flex-col gap-1 border-0 p-0">
      <legend className="mb-1.5 p-0 font-medium">Create along the way</legend>
      {offered.map((kind) => (
        <Checkbox
          key={kind}
          label={capital(creatableNames[kind])}
          checked={draft.createMissing.includes(kind)}
          onChange={(event) => toggle(kind, event.target.checked)}
        />
      ))}
    </fieldset>
  );
}

export function MemberOptions({ draft, change }: { draft: ImportDraft; change: Change }): ReactNode {
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="E-mail addresses, when no column holds them"
        help="For example {first}.{last}@company.com"
        mark="optional"
      >
        <TextInput
          value={draft.emailPattern}
          autoComplete="off"
          onChange={(event) => change({ emailPattern: event.target.value })}
        />
      </Field>
      <Checkbox
        label="Send each person an invitation"
        checked={draft.sendInvitations}
        onChange={(event) => change({ sendInvitations: event.target.checked })}
      />
    </div>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
