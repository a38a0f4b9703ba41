'use client';

import { useMembersApi } from '@aura/members/client';
import { Button } from '@aura/ui/button';
import { Combobox, type ComboboxOption } from '@aura/ui/combobox';
import { DateInput } from '@aura/ui/date-input';
import { Field } from '@aura/ui/field';
import { Select } from '@aura/ui/select';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { describeAction, describeEntity, knownActions } from './audit-event.ts';
import { useAuditFilter } from './use-audit-filter.ts';

const entities = [
  'activity',
  'api_key',
  'contact',
  'deal',
  'export',
  'import',
  'invitation',
  'member',
  'organization',
  'pipeline',
  'product',
  'session',
  'stage',
  'workspace',
];

export function AuditFilters(): ReactNode {
  const { filter, isFiltered, change, clear } = useAuditFilter();
  const people = useQuery(useMembersApi().members.names.queryOptions());
  const entity = filter.entity;
  const known = entity && !entities.includes(entity) ? [entity, ...entities] : entities;
  return (
    <search className="mb-4 grid gap-3 @container sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
      <Field label="Who">
        <Select
          value={filter.actorId ?? ''}
          placeholder="Everyone"
          options={(people.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }))}
          onChange={(event) => change({ actorId: event.target.value || null })}
        />
      </Field>
      <Field label="Object">
        <Select
          value={entity ?? ''}
          placeholder="Everything"
          options={known.map((value) => ({ value, label: describeEntity(value) }))}
          onChange={(event) => change({ entity: event.target.value || null })}
        />
      </Field>
      <ActionField action={filter.action ?? ''} entity={entity} onActionChange={(action) => change({ action })} />
      <Field label="From">
        <DateInput
          value={filter.from ?? ''}
          max={filter.to}
          onChange={(event) => change({ from: event.target.value || null })}
        />
      </Field>
      <Field label="To">
        <DateInput
          value={filter.to ?? ''}
          min={filter.from}
          onChange={(event) => change({ to: event.target.value || null })}
        />
      </Field>
      {isFiltered ? (
        <Button variant="ghost" className="justify-self-start" onClick={clear}>
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}

type ActionFieldProps = {
  action: string;
  entity: string | undefined;
  onActionChange: (action: string | null) => void;
};

function ActionField({ action, entity, onActionChange }: ActionFieldProps): ReactNode {
  const option = (name: string): ComboboxOption => ({ value: name, label: describeAction({ action: name }) });
  return (
    <Field label="Action">
      <Combobox
        value={action ? option(action) : null}
        options={knownActions(entity).map(option)}
        placeholder="Any action"
        onValueChange={(chosen) => onActionChange(chosen?.value ?? null)}
        onCreate={(typed) => onActionChange(typed.trim())}
        createLabel={(typed) => `Exactly “${typed}”`}
      />
    </Field>
  );
}
