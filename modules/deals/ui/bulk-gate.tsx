'use client';

import { CustomFieldInputs } from '@aura/custom-fields/client';
import { DataTable } from '@aura/ui/data-table';
import { DateInput } from '@aura/ui/date-input';
import { Field } from '@aura/ui/field';
import { parseAmount } from '@aura/ui/format-money';
import { TextInput } from '@aura/ui/text-input';
import type { ReactNode } from 'react';
import { fieldLabels } from './field-labels.ts';
import { OrganizationChoice } from './organization-choice.tsx';

/** A deal that a stage refuses, and the fields it asks for. */
export type GatedDeal = { id: string; name: string | null; fields: readonly string[] };

type Values = Readonly<Record<string, unknown>>;
/** For all deals that lack a field, and for one of them. */
export type GateAnswers = { all: Values; each: Readonly<Record<string, Values>> };
export const noAnswers: GateAnswers = { all: {}, each: {} };

const CUSTOM = 'customFields.';
// A deal's people and lines are not typed into a table.
const notHere = ['contactIds', 'items'];

type BulkGateProps = {
  stageName: string;
  deals: readonly GatedDeal[];
  answers: GateAnswers;
  onAnswers: (answers: GateAnswers) => void;
};

/** What a stage asks for: once for all deals that lack it, or deal by deal. */
export function BulkGate({ stageName, deals, answers, onAnswers }: BulkGateProps): ReactNode {
  const asked = [...new Set(deals.flatMap(({ fields }) => fields))];
  const fields = asked.filter((name) => !notHere.includes(name));
  const setAll = (name: string, value: unknown): void =>
    onAnswers({ ...answers, all: { ...answers.all, [name]: value } });
  return (
    <section aria-label={`What ${stageName} asks for`} className="flex flex-col gap-3">
      <h3 className="text-h3">Before {stageName}</h3>
      <div className="grid gap-3 sm:grid-cols-2">
        {fields.map((name) => (
          <ForAll key={name} name={name} value={answers.all[name]} onChange={(value) => setAll(name, value)} />
        ))}
      </div>
      <GateTable deals={deals} fields={fields} answers={answers} onAnswers={onAnswers} />
      {asked.length > fields.length ? (
        <p className="text-small text-muted">
          Deals without {asked.includes('contactIds') ? 'a contact' : 'line items'} are skipped: add them on the deal.
        </p>
      ) : null}
    </section>
  );
}

function GateTable({
  deals,
  fields,
  answers,
  onAnswers,
}: Omit<BulkGateProps, 'stageName'> & { fields: string[] }): ReactNode {
  const plain = fields.filter((name) => !name.startsWith(CUSTOM));
  const set = (id: string, name: string, value: unknown): void =>
    onAnswers({ ...answers, each: { ...answers.each, [id]: { ...answers.each[id], [name]: value } } });
  if (plain.length === 0) return null;
  return (
    <DataTable
      caption="Deals that need details"
      scroll="page"
      density="compact"
      rows={deals}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name ?? ''}
      columns={[
        { id: 'name', header: 'Deal', cell: ({ name }: GatedDeal) => name ?? '', className: 'max-w-60' },
        ...plain.map((name) => ({
          id: name,
          header: fieldLabels[name] ?? name,
          card: 'show' as const,
          cell: (deal: GatedDeal) =>
            deal.fields.includes(name) ? (
              <GateControl
                name={name}
                label={`${fieldLabels[name] ?? name} of ${deal.name ?? 'this deal'}`}
                value={answers.each[deal.id]?.[name]}
                fallback={answers.all[name]}
                onChange={(value) => set(deal.id, name, value)}
              />
            ) : (
              'Given'
            ),
        })),
      ]}
    />
  );
}

type ForAllProps = { name: string; value: unknown; onChange: (value: unknown) => void };

function ForAll({ name, value, onChange }: ForAllProps): ReactNode {
  if (name.startsWith(CUSTOM)) {
    const key = name.slice(CUSTOM.length);
    return (
      <CustomFieldInputs
        entity="deal"
        keys={[key]}
        values={{ [key]: value }}
        onValuesChange={(values) => onChange(values[key])}
        errorOf={() => null}
      />
    );
  }
  return (
    <Field label={`${fieldLabels[name] ?? name}, for all`}>
      <GateControl name={name} value={value} onChange={onChange} />
    </Field>
  );
}

type GateControlProps = ForAllProps & { label?: string; fallback?: unknown };

function GateControl({ name, label, value, fallback, onChange }: GateControlProps): ReactNode {
  const shown = value ?? fallback;
  const text = typeof shown === 'string' ? shown : '';
  const named = label ? { 'aria-label': label } : {};
  switch (name) {
    case 'closeDate':
    case 'nextStepOn':
      return <DateInput {...named} value={text} onChange={(event) => onChange(event.target.value)} />;
    case 'organizationId':
      return <OrganizationChoice {...named} value={text || null} onChange={onChange} />;
    default:
      return (
        <TextInput
          {...named}
          value={text}
          inputMode={name === 'amount' ? 'decimal' : 'text'}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

/** The answers as the API takes them; what is left empty is left out. `read` makes custom fields of what was typed. */
export function gateChanges({ all, each }: GateAnswers, read: (custom: Values) => Values): Record<string, unknown> {
  const fields = givenOf(all, read);
  const own = Object.entries(each).flatMap(([id, values]) => {
    const given = givenOf(values, read);
    return Object.keys(given).length > 0 ? [[id, given] as const] : [];
  });
  return {
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(own.length > 0 ? { each: Object.fromEntries(own) } : {}),
  };
}

function givenOf(values: Values, read: (custom: Values) => Values): Record<string, unknown> {
  const filled = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const custom = filled.flatMap(([name, value]) =>
    name.startsWith(CUSTOM) ? [[name.slice(CUSTOM.length), value] as const] : [],
  );
  const plain = filled.flatMap(([name, value]) =>
    name.startsWith(CUSTOM) ? [] : [[name, name === 'amount' ? (parseAmount(String(value)) ?? value) : value] as const],
  );
  return {
    ...Object.fromEntries(plain),
    ...(custom.length > 0 ? { customFields: read(Object.fromEntries(custom)) } : {}),
  };
}
