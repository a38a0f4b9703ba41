'use client';

import { inWords } from '@aura/api/record-edit';
import { LoadFailure, settingsCrumb, useMe } from '@aura/identity/client';
import { Badge } from '@aura/ui/badge';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { ConfirmDialog } from '@aura/ui/confirm-dialog';
import { IconButton } from '@aura/ui/icon-button';
import { Link } from '@aura/ui/link';
import { Menu, MenuItem } from '@aura/ui/menu';
import { PageHeader } from '@aura/ui/page-header';
import { RestoreButton } from '@aura/ui/restore-button';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { toast } from '@aura/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, MoreHorizontal, Plus, Star } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { Pipeline } from '../pipeline.schema.ts';
import { NewPipelineSheet } from './new-pipeline-sheet.tsx';
import { usePipelinesApi } from './use-pipelines-api.ts';

/** The ways of selling of a workspace. */
export function PipelinesScreen(): ReactNode {
  const [isNew, setNew] = useState(false);
  const me = useMe();
  const canEdit = me?.permissions.includes('pipeline:create') === true;
  const { pipelines } = usePipelinesApi();
  const { data, error, refetch } = useQuery(pipelines.list.queryOptions({}));
  return (
    <>
      <PageHeader
        breadcrumb={settingsCrumb}
        title="Pipelines"
        subtitle="The stages that deals walk through. Teams that sell in different ways have a pipeline each."
        primaryAction={
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            disabledReason={me === undefined || canEdit ? null : 'Only admins add pipelines'}
            onClick={() => setNew(true)}
          >
            Pipeline
          </Button>
        }
      />
      {me === undefined || canEdit ? null : (
        <div className="pb-4">
          <Banner tone="info" title="Only admins change pipelines">
            Everyone’s deals walk through them. Ask an admin of this workspace for a change.
          </Banner>
        </div>
      )}
      <div className="max-w-200">
        {data ? (
          <PipelineList pipelines={data.items} />
        ) : error ? (
          <LoadFailure thing="the pipelines" error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRegion>
            <SkeletonRows rows={3} />
          </SkeletonRegion>
        )}
        <ArchivedPipelines />
      </div>
      <NewPipelineSheet open={isNew} onOpenChange={setNew} />
    </>
  );
}

function PipelineList({ pipelines }: { pipelines: readonly Pipeline[] }): ReactNode {
  const [archived, setArchived] = useState<Pipeline | null>(null);
  const { update, archive } = usePipelineChanges();
  const makeDefault = ({ id, version, name }: Pipeline): void =>
    void update({ id, expectedVersion: version, isDefault: true }).then(
      () => toast({ title: `${name} is the default now` }),
      (failure: Error) => toast({ title: failure.message, tone: 'danger' }),
    );
  return (
    <>
      <ul className="rounded-panel border border-line bg-surface">
        {pipelines.map((pipeline) => (
          <li
            key={pipeline.id}
            className="flex items-center justify-between gap-3 border-b border-line px-3 py-2.5 last:border-b-0 sm:px-4"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                <Link
                  href={`/settings/pipelines/${pipeline.id}`}
                  className="inline-flex min-h-6 items-center font-medium wrap-anywhere underline-offset-3 hover:underline pointer-coarse:min-h-11"
                >
                  {pipeline.name}
                </Link>
                {pipeline.isDefault ? <Badge tone="primary">Default</Badge> : null}
              </p>
              <p className="text-small wrap-anywhere text-muted">
                {pipeline.stages.map(({ name }) => name).join(' → ')}
              </p>
            </div>
            {pipeline.abilities.update && !pipeline.isDefault ? (
              <Menu
                align="end"
                trigger={<IconButton label={`More for ${pipeline.name}`} icon={<MoreHorizontal aria-hidden />} />}
              >
                <MenuItem icon={<Star aria-hidden />} onSelect={() => makeDefault(pipeline)}>
                  Make it the default
                </MenuItem>
                <MenuItem icon={<Archive aria-hidden />} tone="danger" onSelect={() => setArchived(pipeline)}>
                  Archive…
                </MenuItem>
              </Menu>
            ) : null}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={archived !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setArchived(null))}
        title={`Archive ${archived?.name ?? ''}?`}
        consequence="No deal can enter it any more; closed deals keep it in their history. A pipeline with open deals stays."
        confirmLabel="Archive pipeline"
        confirmingLabel="Archiving…"
        onConfirm={async () => {
          if (archived) await archive({ id: archived.id, expectedVersion: archived.version });
        }}
      />
    </>
  );
}

function ArchivedPipelines(): ReactNode {
  const headingId = useId();
  const { pipelines } = usePipelinesApi();
  const { data } = useQuery(pipelines.list.queryOptions({ archived: true }));
  const { restore } = usePipelineChanges();
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby={headingId} className="pt-8">
      <h2 id={headingId} className="pb-2 text-h2">
        Archived
      </h2>
      <ul className="rounded-panel border border-line bg-surface">
        {data.items.map(({ id, name, abilities }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-2 last:border-b-0 sm:px-4"
          >
            <span className="min-w-0 wrap-anywhere">{name}</span>
            {abilities.restore ? <RestoreButton name={name} onRestore={() => restore({ id })} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function usePipelineChanges() {
  const { pipelines } = usePipelinesApi();
  const queries = useQueryClient();
  const update = useMutation(pipelines.update.mutationOptions()).mutateAsync;
  const archive = useMutation(pipelines.archive.mutationOptions()).mutateAsync;
  const restore = useMutation(pipelines.restore.mutationOptions()).mutateAsync;
  const then = <Answer,>(answer: Promise<Answer>): Promise<Answer> =>
    inWords(answer).finally(() => void queries.invalidateQueries({ queryKey: pipelines.pathKey() }));
  return {
    update: (input: Parameters<typeof update>[0]) => then(update(input)),
    archive: (input: Parameters<typeof archive>[0]) => then(archive(input)),
    restore: (input: Parameters<typeof restore>[0]) => then(restore(input)),
  };
}
