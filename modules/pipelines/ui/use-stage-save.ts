import { apiFailure } from '@aura/api/client';
import { type FormFailure, formErrors, useFormFailure } from '@aura/identity/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pipeline } from '../pipeline.schema.ts';
import { inputOf, isChanged, type PipelineEdit, problemsOf } from './stage-draft.ts';
import { usePipelinesApi } from './use-pipelines-api.ts';

export type StageSaving = {
  send: () => Promise<void>;
  isPending: boolean;
  isChanged: boolean;
  failure: FormFailure;
  /** What someone else saved in the meantime. */
  theirs: Pipeline | null;
};

type Options = { pipeline: Pipeline; edit: PipelineEdit; onPipeline: (pipeline: Pipeline) => void };

/** Saves all stages in one step; what must be mended is said at its field. */
export function useStageSave({ pipeline, edit, onPipeline }: Options): StageSaving {
  const { pipelines, stages } = usePipelinesApi();
  const queries = useQueryClient();
  const failure = useFormFailure();
  const [theirs, setTheirs] = useState<Pipeline | null>(null);
  const { mutateAsync, isPending } = useMutation(stages.save.mutationOptions());

  const send = async (): Promise<void> => {
    const named = edit.name.trim() === '' ? [{ field: 'name', message: 'Enter what the pipeline is called' }] : [];
    const problems = problemsOf(edit).map(({ key, field, message }) => ({ field: `${key}.${field}`, message }));
    if (named.length + problems.length > 0) return failure.fail([...named, ...problems]);
    failure.clear();
    try {
      onPipeline(await mutateAsync(inputOf(pipeline, edit)));
      void queries.invalidateQueries({ queryKey: pipelines.list.queryKey() });
    } catch (error) {
      const { current } = apiFailure(error);
      if (current) setTheirs(current as Pipeline);
      else failure.fail(formErrors(error, ['name']));
    }
  };
  return { send, isPending, isChanged: isChanged(pipeline, edit), failure, theirs };
}
