'use client';

import { CustomFilterFields, filterInAddress, useCustomFields } from '@aura/custom-fields/client';
import { usePipelines } from '@aura/pipelines/client';
import { Button } from '@aura/ui/button';
import { DateInput } from '@aura/ui/date-input';
import { Field, FieldGroup } from '@aura/ui/field';
import { parseAmount } from '@aura/ui/format-money';
import { Select } from '@aura/ui/select';
import { Sheet } from '@aura/ui/sheet';
import { TextInput } from '@aura/ui/text-input';
import { ListFilter } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type DealView, filterCount, noFilters, type SetDealView } from './deal-view.ts';
import { OrganizationChoice } from './organization-choice.tsx';
import { usePeople } from './people.ts';

type FilterProps = { view: DealView; setView: SetDealView };

/** Every filter in one panel; each applies as soon as it is set. */
export function DealFilterPopover({ view, setView }: FilterProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const count = filterCount(view);
  return (
    <Sheet
      title="Filter deals"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button icon={<ListFilter aria-hidden />}>{count > 0 ? `Filter (${count})` : 'Filter'}</Button>}
      footer={
        <>
          <Button variant="ghost" onClick={() => void setView(noFilters)}>
            Clear all
          </Button>
          <Button variant="primary" onClick={() => setOpen(false)}>
            Show deals
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ChoiceFilters view={view} setView={setView} />
        <RangeFilters view={view} setView={setView} />
        <CustomFilters view={view} setView={setView} />
      </div>
    </Sheet>
  );
}

const attentionOptions = [
  { value: 'any', label: 'Anything' },
  { value: 'overdue', label: 'Close date has passed' },
  { value: 'rotting', label: 'Too long in its stage' },
  { value: 'noNextStep', label: 'No next step' },
];

export const statusOptions = [
  { value: 'open', label: 'Open' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
  { value: 'all', label: 'All' },
];

function ChoiceFilters({ view, setView }: FilterProps): ReactNode {
  const people = usePeople();
  const stages = usePipelines().pick(view.pipelineId)?.stages ?? [];
  const isTable = view.view === 'table';
  const owners = [{ value: 'me', label: 'Me' }, ...people.map(({ userId, name }) => ({ value: userId, label: name }))];
  return (
    <>
      <Field label="Status">
        <Select
          value={view.status}
          options={isTable ? statusOptions : statusOptions.slice(0, 3)}
          onChange={(event) => void setView({ status: event.target.value as DealView['status'] })}
        />
      </Field>
      {isTable ? (
        <Field label="Stage">
          <Select
            value={view.stageId ?? ''}
            placeholder="Any stage"
            options={stages.map((stage) => ({ value: stage.id, label: stage.name }))}
            onChange={(event) => void setView({ stageId: event.target.value || null })}
          />
        </Field>
      ) : null}
      <Field label="Owner">
        <Select
          value={view.ownerId ?? ''}
          placeholder="Anyone"
          options={owners}
          onChange={(event) => void setView({ ownerId: event.target.value || null })}
        />
      </Field>
      <Field label="Organization">
        <OrganizationChoice
          value={view.organizationId}
          onChange={(id) => void setView({ organizationId: id })}
          isFixed
        />
      </Field>
      <Field label="Needs attention">
        <Select
          value={view.attention ?? ''}
          placeholder="Whether or not"
          options={attentionOptions}
          onChange={(event) => void setView({ attention: (event.target.value || null) as DealView['attention'] })}
        />
      </Field>
    </>
  );
}

function RangeFilters({ view, setView }: FilterProps): ReactNode {
  return (
    <>
      <Range label="Close date" isWide>
        <DateInput
          aria-label="Close date from"
          value={view.closeFrom ?? ''}
          onChange={(event) => void setView({ closeFrom: event.target.value || null })}
        />
        <DateInput
          aria-label="Close date to"
          value={view.closeTo ?? ''}
          onChange={(event) => void setView({ closeTo: event.target.value || null })}
        />
      </Range>
      <Range label="Value">
        <TypedFilter
          label="Value from"
          value={view.minAmount ?? ''}
          parse={parseAmount}
          onChange={(minAmount) => void setView({ minAmount })}
        />
        <TypedFilter
          label="Value to"
          value={view.maxAmount ?? ''}
          parse={parseAmount}
          onChange={(maxAmount) => void setView({ maxAmount })}
        />
      </Range>
      <Range label="Probability, %">
        <TypedFilter
          label="Probability from"
          value={String(view.minProbability ?? '')}
          parse={parsePercent}
          onChange={(text) => void setView({ minProbability: text === null ? null : Number(text) })}
        />
        <TypedFilter
          label="Probability to"
          value={String(view.maxProbability ?? '')}
          parse={parsePercent}
          onChange={(text) => void setView({ maxProbability: text === null ? null : Number(text) })}
        />
      </Range>
    </>
  );
}

function CustomFilters({ view, setView }: FilterProps): ReactNode {
  const { fields } = useCustomFields('deal');
  if (fields.length === 0) return null;
  return (
    <section aria-label="Custom fields" className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-h3">Custom fields</h3>
      <CustomFilterFields
        fields={fields}
        filter={view.customFields}
        onFilterChange={(filter) => void setView({ fields: filterInAddress(filter) })}
      />
    </section>
  );
}

/** Two bounds beside each other; wide ones below each other on a phone. */
function Range({
  label,
  isWide = false,
  children,
}: {
  label: string;
  isWide?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <FieldGroup label={label}>
      <div className={`grid gap-2 ${isWide ? 'xs:grid-cols-2' : 'grid-cols-2'}`}>{children}</div>
    </FieldGroup>
  );
}

type TypedFilterProps = {
  label: string;
  value: string;
  parse: (text: string) => string | null;
  onChange: (value: string | null) => void;
};

/** A typed bound; it applies on leaving the field or on Enter, and what is no number falls back. */
function TypedFilter({ label, value, parse, onChange }: TypedFilterProps): ReactNode {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  const commit = (): void => {
    const next = text.trim() === '' ? null : parse(text);
    setText(next ?? '');
    if ((next ?? '') !== value) onChange(next);
  };
  return (
    <TextInput
      aria-label={label}
      placeholder={label.endsWith('from') ? 'From' : 'To'}
      inputMode="decimal"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

function parsePercent(text: string): string | null {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? null : String(Math.min(100, Math.max(0, value)));
}
