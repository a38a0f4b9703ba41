'use client';

import { useMembersApi } from '@aura/members/client';
import { Button } from '@aura/ui/button';
import { DateInput } from '@aura/ui/date-input';
import { Field } from '@aura/ui/field';
import { Select } from '@aura/ui/select';
import { TextInput } from '@aura/ui/text-input';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { describeEntity } from './audit-event.ts';
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
      <ActionField
        key={filter.action ?? ''}
        action={filter.action ?? ''}
        onActionChange={(action) => change({ action: action || null })}
      />
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

/** An action is known by its exact name, so it is looked for when it is complete: on Enter or on leaving. */
function ActionField({
  action,
  onActionChange,
}: {
  action: string;
  onActionChange: (action: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState(action);
  const settle = (): void => {
    if (typed.trim() !== action) onActionChange(typed.trim());
  };
  return (
    <Field label="Action">
      <TextInput
        autoComplete="off"
        spellCheck={false}
        placeholder="deal.updated"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
    </Field>
  );
}
