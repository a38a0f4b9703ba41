'use client';

import { apiFailure } from '@aura/api/client';
import { announce } from '@aura/ui/announce';
import { Badge } from '@aura/ui/badge';
import { Button } from '@aura/ui/button';
import { ConfirmDialog } from '@aura/ui/confirm-dialog';
import { type Column, DataTable } from '@aura/ui/data-table';
import { DateText, RelativeTime } from '@aura/ui/date-text';
import { EmptyState } from '@aura/ui/empty-state';
import { PageHeader } from '@aura/ui/page-header';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarClock, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ApiKeyOutput } from '../me.schema.ts';
import { ApiKeySheet } from './api-key-sheet.tsx';
import { settingsCrumb } from './settings-crumb.ts';
import { useIdentityApi } from './use-identity-api.ts';

/** The person's keys for programs: what each may do, when it was used, until when it works. */
export function ApiKeysScreen(): ReactNode {
  const [isNew, setNew] = useState(false);
  const [revoked, setRevoked] = useState<ApiKeyOutput | null>(null);
  const { data, isError, error, refetch } = useQuery(useIdentityApi().apiKeys.list.queryOptions());
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setNew(true)}>
      API key
    </Button>
  );
  return (
    <>
      <PageHeader
        breadcrumb={settingsCrumb}
        title="API keys"
        subtitle="A key lets a program work with this workspace as you: with your permissions, or fewer."
        primaryAction={data && data.items.length > 0 ? add : null}
      />
      <DataTable
        caption="Your API keys"
        columns={columns}
        rows={data?.items ?? []}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        rowActions={(key) => (
          <Button size="sm" aria-label={`Revoke ${key.name}`} onClick={() => setRevoked(key)}>
            Revoke
          </Button>
        )}
        scroll="page"
        status={isError ? 'error' : data ? 'ready' : 'loading'}
        errorText={isError ? apiFailure(error).message : undefined}
        onRetry={() => void refetch()}
        empty={
          <EmptyState title="No keys yet" action={add}>
            Make one for a script, a spreadsheet or another service. Each can be revoked by itself.
          </EmptyState>
        }
      />
      <p className="pt-4 text-small text-muted">
        Programs send a key as a Bearer token.{' '}
        <a href="/api/v1/docs" className="text-link">
          What the API offers
        </a>
      </p>
      <ApiKeySheet open={isNew} onOpenChange={setNew} />
      <RevokeDialog apiKey={revoked} onClose={() => setRevoked(null)} />
    </>
  );
}

const columns: readonly Column<ApiKeyOutput>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, className: 'min-w-40 max-w-80 wrap-anywhere' },
  { id: 'scope', header: 'May do', cell: ({ scopes }) => <Scope scopes={scopes} /> },
  {
    id: 'lastUsed',
    header: 'Last used',
    cell: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime value={lastUsedAt} /> : 'Never'),
  },
  { id: 'created', header: 'Made', card: 'more', cell: ({ createdAt }) => <DateText value={createdAt} /> },
  { id: 'expires', header: 'Expires', card: 'show', cell: ({ expiresAt }) => <Expiry at={expiresAt} /> },
];

function Scope({ scopes }: { scopes: string[] | null }): ReactNode {
  if (!scopes) return 'Everything you may';
  return (
    <span title={scopes.join(', ')}>
      {scopes.length} {scopes.length === 1 ? 'permission' : 'permissions'}
      <span className="sr-only">: {scopes.join(', ')}</span>
    </span>
  );
}

const SOON_MS = 14 * 86_400_000;

function Expiry({ at }: { at: string }): ReactNode {
  const [now] = useState(() => Date.now());
  return (
    <span className="flex flex-wrap items-center gap-2">
      <DateText value={at} />
      {new Date(at).getTime() - now < SOON_MS ? (
        <Badge tone="warn" icon={<CalendarClock aria-hidden />}>
          Soon
        </Badge>
      ) : null}
    </span>
  );
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKeyOutput | null; onClose: () => void }): ReactNode {
  const api = useIdentityApi().apiKeys;
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(api.revoke.mutationOptions());
  const revoke = async (): Promise<void> => {
    if (!apiKey) return;
    try {
      await mutateAsync({ id: apiKey.id });
      announce(`${apiKey.name} is revoked`);
    } catch (error) {
      const { status, message } = apiFailure(error);
      // Gone already is what was wanted.
      if (status !== 404) throw new Error(message, { cause: error });
    } finally {
      await queries.invalidateQueries({ queryKey: api.list.queryKey() });
    }
  };
  return (
    <ConfirmDialog
      open={apiKey !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Revoke ${apiKey?.name ?? 'this key'}?`}
      consequence="Programs that use it are refused at once. This cannot be taken back; you can make a new key."
      confirmLabel="Revoke key"
      confirmingLabel="Revoking…"
      onConfirm={revoke}
    />
  );
}
