'use client';

import { Button } from '@aura/ui/button';
import { toast } from '@aura/ui/toast';
import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';

type CsvButtonProps = { report: string; input: Readonly<Record<string, unknown>> };

/** Saves what is on the page as a spreadsheet. */
export function CsvButton({ report, input }: CsvButtonProps): ReactNode {
  const [isLoading, setLoading] = useState(false);
  const save = async (): Promise<void> => {
    setLoading(true);
    try {
      await saveCsv(report, input);
    } catch {
      toast({ title: "Couldn't make the CSV file. Try again.", tone: 'danger' });
    } finally {
      setLoading(false);
    }
  };
  return (
    <Button
      className="print:hidden"
      icon={<Download aria-hidden />}
      loading={isLoading}
      loadingLabel="CSV…"
      onClick={() => void save()}
    >
      CSV
    </Button>
  );
}

async function saveCsv(report: string, input: CsvButtonProps['input']): Promise<void> {
  const search = new URLSearchParams(Object.entries(input).map(([name, value]) => [name, String(value)]));
  const answer = await fetch(`/api/v1/reports/${report}?${search}`, { headers: { accept: 'text/csv' } });
  if (!answer.ok) throw new Error(`The report answered ${answer.status}.`);
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `${report}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
