import { apiFailure } from '@aura/api/client';
import { useIdentityApi } from '@aura/identity/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportFormat, ExportScope } from '../../export/export-scope.ts';
import { useExportsApi } from './use-exports-api.ts';

type Wanted = { scope: ExportScope; filter?: Record<string, unknown> };
export type ExportSteps = ReturnType<typeof useExportSteps>;

/** Where the dialog is, and what leads on. */
export function useExportSteps({ scope, filter }: Wanted) {
  const [step, setStep] = useState<'what' | 'code' | 'file'>('what');
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [sent, setSent] = useState(0);
  const exportsApi = useExportsApi();
  const queries = useQueryClient();
  const mail = useMutation(
    useIdentityApi().me.code.mutationOptions({
      onSuccess: () => {
        setSent(sent + 1);
        setStep('code');
      },
    }),
  );
  const request = useMutation(
    exportsApi.create.mutationOptions({
      onSuccess: () => {
        setStep('file');
        return queries.invalidateQueries({ queryKey: exportsApi.list.queryKey() });
      },
    }),
  );
  return {
    ...{ step, format, setFormat },
    /** How many codes were mailed. */
    sent,
    mail: () => mail.mutate({ purpose: 'export' }),
    isMailing: mail.isPending,
    mailFailure: mail.error ? apiFailure(mail.error).message : null,
    request: (code: string) => request.mutate({ scope, format, code, ...(filter ? { filter } : {}) }),
    isRequesting: request.isPending,
    requestFailure: request.error ? apiFailure(request.error) : null,
    exportId: request.data?.id ?? '',
    back: () => {
      request.reset();
      setStep('what');
    },
  };
}
