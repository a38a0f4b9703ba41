'use client';

import { CustomFieldInputs } from '@aura/custom-fields/client';
import { DateInput } from '@aura/ui/date-input';
import { Field } from '@aura/ui/field';
import { LinkButton } from '@aura/ui/link-button';
import { MoneyInput } from '@aura/ui/money-input';
import { TextInput } from '@aura/ui/text-input';
import { Textarea } from '@aura/ui/textarea';
import type { ReactNode } from 'react';
import { ContactChoice } from './contact-choice.tsx';
import { dealPath } from './deal-paths.ts';
import { fieldLabels } from './field-labels.ts';
import { OrganizationChoice } from './organization-choice.tsx';

export type GateDeal = { id: string; name: string; currency: string; organizationId: string | null };

type GateFieldProps = {
  deal: GateDeal;
  /** The field's name as the API knows it; custom ones are `customFields.<key>`. */
  name: string;
  value: unknown;
  onChange: (value: unknown) => void;
  error: ReactNode;
  /** Another place of the deal's page was gone to: what asks goes out of the way. */
  onLeave?: () => void;
};

/** The control for one field that a stage asks for. */
export function GateField(props: GateFieldProps): ReactNode {
  const { name, deal, error, onLeave } = props;
  if (name.startsWith('customFields.')) return <CustomGateField {...props} />;
  if (name === 'items')
    return (
      <div className="flex flex-col items-start gap-2">
        <p>This stage asks for at least one line item.</p>
        <LinkButton href={`${dealPath(deal.id)}?tab=items`} size="sm" onClick={onLeave}>
          Add line items
        </LinkButton>
      </div>
    );
  return (
    <Field label={fieldLabels[name] ?? name} id={`gate-${name}`} error={error}>
      <PlainControl {...props} />
    </Field>
  );
}

function PlainControl({ deal, name, value, onChange }: GateFieldProps): ReactNode {
  const text = typeof value === 'string' ? value : '';
  switch (name) {
    case 'amount':
      return <MoneyInput currency={deal.currency} value={text} onValueChange={onChange} />;
    case 'closeDate':
    case 'nextStepOn':
      return <DateInput value={text} onChange={(event) => onChange(event.target.value)} />;
    case 'organizationId':
      return <OrganizationChoice value={text || null} onChange={(id) => onChange(id)} />;
    case 'contactIds':
      return <ContactChoice organizationId={deal.organizationId} onChange={(id) => onChange(id ? [id] : [])} />;
    case 'notes':
      return <Textarea value={text} onChange={(event) => onChange(event.target.value)} />;
    default:
      return <TextInput value={text} onChange={(event) => onChange(event.target.value)} />;
  }
}

function CustomGateField({ name, value, onChange, error }: GateFieldProps): ReactNode {
  const key = name.slice('customFields.'.length);
  return (
    <CustomFieldInputs
      entity="deal"
      keys={[key]}
      values={{ [key]: value }}
      onValuesChange={(values) => onChange(values[key])}
      errorOf={() => error}
    />
  );
}
