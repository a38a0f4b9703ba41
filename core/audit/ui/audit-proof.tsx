'use client';

import { apiFailure } from '@aura/api/client';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAuditApi } from './use-audit-api.ts';

/** Proves on request that no entry was taken out or changed. */
export function AuditProof(): ReactNode {
  const { data, error, isFetching, refetch } = useQuery({
    ...useAuditApi().audit.verify.queryOptions(),
    enabled: false,
    retry: false,
  });
  return (
    <div className="mb-4 flex flex-col items-start gap-3">
      <Button
        icon={<ShieldCheck aria-hidden />}
        loading={isFetching}
        loadingLabel="Proving…"
        onClick={() => void refetch()}
      >
        Prove that the log is complete
      </Button>
      {error ? (
        <Banner tone="danger" isAnnounced>
          {apiFailure(error).message}
        </Banner>
      ) : null}
      {data && !error ? <Verdict {...data} /> : null}
    </div>
  );
}

function Verdict({
  isIntact,
  seals,
  unsealedRows,
}: {
  isIntact: boolean;
  seals: readonly { isIntact: boolean }[];
  unsealedRows: number;
}): ReactNode {
  const broken = seals.filter((seal) => !seal.isIntact).length;
  if (!isIntact) {
    return (
      <Banner tone="danger" isAnnounced title="The log was tampered with">
        {broken} of {seals.length} seals do not match what they sealed. Tell the operator of this installation.
      </Banner>
    );
  }
  return (
    <Banner tone="ok" isAnnounced title="The log is complete">
      {seals.length === 1 ? '1 seal matches' : `All ${seals.length} seals match`} what they sealed.{' '}
      {unsealedRows === 0
        ? 'Every entry is sealed.'
        : `${unsealedRows === 1 ? '1 newer entry is' : `${unsealedRows} newer entries are`} sealed within a minute.`}
    </Banner>
  );
}
