'use client';

import { apiFailure } from '@aura/api/client';
import { type FormFailure, formErrors, useFormFailure } from '@aura/identity/client';
import { type Stage, usePipelines } from '@aura/pipelines/client';
import { Button } from '@aura/ui/button';
import { DialogClose } from '@aura/ui/dialog';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { parseAmount } from '@aura/ui/format-money';
import { Sheet } from '@aura/ui/sheet';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { DealCreate } from '../deal.schema.ts';
import { useDealCache } from './deal-cache.ts';
import { DealCreateFields } from './deal-create-fields.tsx';
import { type DealDraft, emptyDraft, titleOf } from './deal-draft.ts';
import { keepInSight } from './kept-deals.ts';
import { addDays } from './next-step.ts';
import type { ShowCreated } from './use-created-deal.ts';
import { useDealsApi } from './use-deals-api.ts';
import { useToday } from './use-today.ts';

export type DealCreateSheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  pipelineId: string | null;
  draft: DealDraft;
  onDraftChange: (draft: DealDraft) => void;
  onCreated: ShowCreated;
};

const CLOSES_IN_DAYS = 30;

/** A new deal in four fields. Ctrl/Cmd+Enter creates it; what was typed stays when the sheet is closed. */
export function DealCreateSheet(props: DealCreateSheetProps): ReactNode {
  const { open, onOpenChange, draft, onDraftChange } = props;
  const formId = useId();
  const form = useCreateForm(props);
  return (
    <Sheet
      title="New deal"
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <DialogClose />
          <Button onClick={() => form.submit('another')} loading={form.isPending}>
            Create and add another
          </Button>
          <Button type="submit" form={formId} variant="primary" loading={form.isPending} loadingLabel="Creating…">
            Create
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          form.submit('close');
        }}
        ref={(node) => listenForSend(node)}
      >
        <FormErrorSummary errors={form.failure.errors} attempt={form.failure.attempt} />
        <DealCreateFields
          draft={draft}
          onChange={onDraftChange}
          stages={form.stages}
          stageId={form.stageId}
          closeDate={form.closeDate}
          errorOf={form.failure.errorOf}
        />
      </form>
    </Sheet>
  );
}

/** Ctrl or Cmd + Enter sends the form from any of its fields. */
function listenForSend(form: HTMLFormElement | null): (() => void) | undefined {
  if (!form) return undefined;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.addEventListener('keydown', onKeyDown);
  return () => form.removeEventListener('keydown', onKeyDown);
}

type CreateForm = {
  failure: FormFailure;
  isPending: boolean;
  stages: readonly Stage[];
  stageId: string;
  closeDate: string;
  submit: (then: 'close' | 'another') => void;
};

const fields = [
  'name',
  'organizationId',
  'amount',
  'stageId',
  'closeDate',
  'ownerId',
  'contactIds',
  'nextStep',
  'nextStepOn',
];

function useCreateForm({
  pipelineId,
  draft,
  onDraftChange,
  onOpenChange,
  onCreated,
}: DealCreateSheetProps): CreateForm {
  const { deals } = useDealsApi();
  const queryClient = useQueryClient();
  const cache = useDealCache();
  const failure = useFormFailure();
  const stages =
    usePipelines()
      .pick(pipelineId)
      ?.stages.filter((stage) => stage.kind === 'open') ?? [];
  const stageId = stages.some((stage) => stage.id === draft.stageId) ? (draft.stageId ?? '') : (stages[0]?.id ?? '');
  const today = useToday();
  const closeDate = draft.closeDate ?? addDays(today, CLOSES_IN_DAYS);
  const create = useMutation(deals.create.mutationOptions());
  const submit = async (then: 'close' | 'another'): Promise<void> => {
    if (create.isPending) return;
    const problem = problemOf(draft);
    if (problem) return failure.fail([problem]);
    failure.clear();
    try {
      const deal = await create.mutateAsync(inputOf(draft, { stageId, closeDate }));
      onDraftChange({ ...emptyDraft, stageId: draft.stageId });
      if (then === 'close') onOpenChange(false);
      keepInSight(deal);
      cache.add(deal);
      void queryClient.invalidateQueries(deals.pathFilter());
      onCreated(deal, then);
    } catch (error) {
      failure.fail(
        apiFailure(error).status === 0 ? [{ message: apiFailure(error).message }] : formErrors(error, fields),
      );
    }
  };
  return { failure, isPending: create.isPending, stages, stageId, closeDate, submit: (then) => void submit(then) };
}

function problemOf(draft: DealDraft): { field: string; message: string } | null {
  if (titleOf(draft).trim() === '') return { field: 'name', message: 'Enter a title or choose an organization' };
  if (draft.amount.trim() !== '' && parseAmount(draft.amount) === null)
    return { field: 'amount', message: 'Enter an amount using numbers, for example 1200.50' };
  return null;
}

function inputOf(draft: DealDraft, { stageId, closeDate }: { stageId: string; closeDate: string }): DealCreate {
  const amount = draft.amount.trim() === '' ? null : parseAmount(draft.amount);
  return {
    name: titleOf(draft).trim(),
    closeDate: closeDate || null,
    ...(stageId ? { stageId } : {}),
    ...(amount === null ? {} : { amount }),
    ...(draft.organizationId ? { organizationId: draft.organizationId } : {}),
    ...(draft.contactId ? { contactIds: [draft.contactId] } : {}),
    ...(draft.ownerId ? { ownerId: draft.ownerId } : {}),
    ...(draft.nextStep.trim() ? { nextStep: draft.nextStep.trim() } : {}),
    ...(draft.nextStepOn ? { nextStepOn: draft.nextStepOn } : {}),
  };
}
