'use client';

import { type Stage, StageSelect } from '@aura/pipelines/client';
import { DateInput } from '@aura/ui/date-input';
import { Field } from '@aura/ui/field';
import { MoneyInput } from '@aura/ui/money-input';
import { Select } from '@aura/ui/select';
import { TextInput } from '@aura/ui/text-input';
import type { ReactNode } from 'react';
import { ContactChoice } from './contact-choice.tsx';
import { type DealDraft, titleOf } from './deal-draft.ts';
import { OrganizationChoice } from './organization-choice.tsx';
import { useMe, usePeople } from './people.ts';

type DealCreateFieldsProps = {
  draft: DealDraft;
  onChange: (draft: DealDraft) => void;
  stages: readonly Stage[];
  stageId: string;
  closeDate: string;
  errorOf: (field: string) => ReactNode;
};

/** Organization, title, value and stage; the rest is behind "More fields". */
export function DealCreateFields(props: DealCreateFieldsProps): ReactNode {
  const { draft, onChange, stages, stageId, errorOf } = props;
  const currency = useMe()?.currency ?? 'USD';
  const set = (change: Partial<DealDraft>): void => onChange({ ...draft, ...change });
  return (
    <>
      <Field label="Organization" mark="optional" error={errorOf('organizationId')}>
        <OrganizationChoice
          value={draft.organizationId}
          name={draft.organizationName}
          onChange={(organizationId, organizationName) => set({ organizationId, organizationName })}
        />
      </Field>
      <Field label="Title" id="name" error={errorOf('name')} required>
        <TextInput
          maxLength={200}
          value={titleOf(draft)}
          placeholder="Acme renewal"
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field label="Value" mark="optional" id="amount" error={errorOf('amount')}>
        <MoneyInput currency={currency} value={draft.amount} onValueChange={(amount) => set({ amount })} />
      </Field>
      <Field label="Stage" id="stageId" error={errorOf('stageId')}>
        <StageSelect stages={stages} value={stageId} onStageChange={(id) => set({ stageId: id })} />
      </Field>
      <details className="group/more">
        <summary className="inline-flex min-h-9 items-center rounded-control text-link pointer-coarse:min-h-11">
          More fields
        </summary>
        <div className="mt-3 flex flex-col gap-4">
          <MoreFields {...props} set={set} />
        </div>
      </details>
    </>
  );
}

type MoreFieldsProps = DealCreateFieldsProps & { set: (change: Partial<DealDraft>) => void };

function MoreFields({ draft, closeDate, errorOf, set }: MoreFieldsProps): ReactNode {
  const me = useMe();
  const people = usePeople();
  const canAssign = me?.can('deal:assign') === true;
  return (
    <>
      <Field label="Contact" mark="optional" error={errorOf('contactIds')}>
        <ContactChoice
          organizationId={draft.organizationId}
          value={draft.contactId ? { id: draft.contactId, name: draft.contactName ?? '' } : null}
          onChange={(contactId, contactName) => set({ contactId, contactName })}
        />
      </Field>
      <Field label="Close date" id="closeDate" error={errorOf('closeDate')}>
        <DateInput value={closeDate} onChange={(event) => set({ closeDate: event.target.value })} />
      </Field>
      <Field
        label="Owner"
        id="ownerId"
        error={errorOf('ownerId')}
        help={canAssign ? undefined : 'New deals are yours; managers give them to others.'}
      >
        <Select
          value={draft.ownerId ?? me?.userId ?? ''}
          disabled={!canAssign}
          options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
          onChange={(event) => set({ ownerId: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 xs:grid-cols-2">
        <Field label="Next step" mark="optional" id="nextStep" error={errorOf('nextStep')}>
          <TextInput
            maxLength={300}
            value={draft.nextStep}
            onChange={(event) => set({ nextStep: event.target.value })}
          />
        </Field>
        <Field label="Due" mark="optional" id="nextStepOn" error={errorOf('nextStepOn')}>
          <DateInput value={draft.nextStepOn} onChange={(event) => set({ nextStepOn: event.target.value })} />
        </Field>
      </div>
    </>
  );
}
