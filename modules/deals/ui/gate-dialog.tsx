'use client';

import { readTyped, useCustomFields } from '@aura/custom-fields/client';
import { Button } from '@aura/ui/button';
import { Dialog, DialogClose } from '@aura/ui/dialog';
import { parseAmount } from '@aura/ui/format-money';
import { type ReactNode, useId, useState } from 'react';
import { type GateValues, missingFields } from '../deal.ts';
import type { Move } from './deal-changes.ts';
import { fieldLabels } from './field-labels.ts';
import { GateField } from './gate-field.tsx';
import type { Gate } from './use-deal-moves.ts';

type GateDialogProps = {
  gate: Gate | null;
  onClose: () => void;
  onMove: (fields: NonNullable<Move['fields']>) => void;
};

/** Asks for what a stage needs, and for nothing else, before the deal moves there. */
export function GateDialog({ gate, onClose, onMove }: GateDialogProps): ReactNode {
  const formId = useId();
  const count = gate?.fields.length ?? 0;
  return (
    <Dialog
      size="sm"
      open={gate !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={gate ? `Before ${gate.stage.name}: ${count} ${count === 1 ? 'detail' : 'details'}` : ''}
      description={gate ? gate.deal.name : undefined}
      footer={
        <>
          <DialogClose />
          <Button type="submit" form={formId} variant="primary">
            Move deal
          </Button>
        </>
      }
    >
      {gate ? <GateForm key={gate.fields.join()} id={formId} gate={gate} onMove={onMove} onLeave={onClose} /> : null}
    </Dialog>
  );
}

type GateFormProps = { id: string; gate: Gate; onMove: GateDialogProps['onMove']; onLeave: () => void };

function GateForm({ id, gate, onMove, onLeave }: GateFormProps): ReactNode {
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { fields: definitions } = useCustomFields('deal');
  const submit = (): void => {
    const fields = fieldsOf(values, gate.given, (custom) => readTyped(definitions, custom));
    const wrong = errorsOf(gate, values, fields);
    setErrors(wrong);
    const [first] = Object.keys(wrong);
    if (first) document.getElementById(first.startsWith('customFields.') ? first : `gate-${first}`)?.focus();
    else onMove(fields);
  };
  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {gate.fields.map((name) => (
        <GateField
          key={name}
          deal={gate.deal}
          name={name}
          value={values[name]}
          error={errors[name]}
          onLeave={onLeave}
          onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
        />
      ))}
    </form>
  );
}

function errorsOf(gate: Gate, values: Record<string, unknown>, fields: GateValues): Record<string, string> {
  const asked = gate.fields.filter((name) => name !== 'items');
  const missing = missingFields(asked, fields).map(({ path }) => [path, `Enter ${nameOf(path)}`]);
  const amount = values['amount'];
  const isBadAmount = typeof amount === 'string' && amount !== '' && parseAmount(amount) === null;
  return Object.fromEntries(
    isBadAmount ? [...missing, ['amount', 'Enter an amount using numbers, for example 1200.50']] : missing,
  );
}

function nameOf(path: string): string {
  const label = fieldLabels[path];
  return label ? `the ${label.toLowerCase()}` : 'a value';
}

/** The form's values as the API takes them, on top of what was given before. */
function fieldsOf(
  values: Record<string, unknown>,
  given: GateValues,
  read: (custom: Record<string, unknown>) => Record<string, unknown>,
): NonNullable<Move['fields']> {
  const custom: Record<string, unknown> = { ...given.customFields };
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('customFields.')) custom[name.slice('customFields.'.length)] = value;
    else plain[name] = name === 'amount' ? parseAmount(String(value)) : value;
  }
  return { ...given, ...plain, ...(Object.keys(custom).length > 0 ? { customFields: read(custom) } : {}) };
}
