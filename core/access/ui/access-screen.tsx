'use client';

import { settingsCrumb } from '@aura/identity/client';
import { MemberPicker } from '@aura/members/client';
import { Banner } from '@aura/ui/banner';
import { Field } from '@aura/ui/field';
import { PageHeader } from '@aura/ui/page-header';
import { Panel } from '@aura/ui/panel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryStates } from 'nuqs';
import type { ReactNode } from 'react';
import type { AccessAnswer as Answer } from '../access.schema.ts';
import { AccessAnswer } from './access-answer.tsx';
import { RecordFinder } from './record-finder.tsx';
import { useAccessApi } from './use-access-api.ts';

const parsers = { member: parseAsString, entity: parseAsString, record: parseAsString };

/** For an admin: whether a member sees a record, and by which rule. The question stands in the address. */
export function AccessScreen(): ReactNode {
  const [{ member, entity, record }, setQuestion] = useQueryStates(parsers);
  const asked = member && entity && record ? { userId: member, entity, recordId: record } : null;
  const answer = useQuery(
    useAccessApi().explain.queryOptions(asked ?? emptyQuestion, {
      enabled: asked !== null,
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  const shown = asked ? answer.data : undefined;
  return (
    <>
      <PageHeader
        breadcrumb={settingsCrumb}
        title="Who sees what"
        subtitle="Whether a member sees a record, and why. The database answers, under that member's own rules."
      />
      <div className="grid max-w-3xl gap-4">
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <Field label="Member">
            <MemberPicker value={member} onValueChange={(userId) => void setQuestion({ member: userId })} />
          </Field>
          <Field label="Record" help="An organization, contact, deal or product, by name">
            <RecordFinder
              value={record && entity ? { entity, id: record, name: nameOf(shown, record) } : null}
              onValueChange={(found) => void setQuestion({ entity: found?.entity ?? null, record: found?.id ?? null })}
            />
          </Field>
        </div>
        <div aria-live="polite" className="grid gap-4">
          {asked && answer.isPending ? <Panel title="Answer" status="loading" /> : null}
          {asked && answer.isError ? <Refusal text={answer.error.message} /> : null}
          {shown && !answer.isError ? <AccessAnswer answer={shown} /> : null}
        </div>
      </div>
    </>
  );
}

function Refusal({ text }: { text: string }): ReactNode {
  return (
    <Banner tone="warn" title="There is no answer to this">
      {text}
    </Banner>
  );
}

// Never sent: the query waits until the question is whole.
const emptyQuestion = { userId: '', entity: '', recordId: '' };

const nameOf = (answer: Answer | undefined, id: string): string =>
  answer?.record.id === id ? answer.record.name : 'The record in the address';
