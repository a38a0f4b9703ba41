import { redirect } from 'next/navigation';

export default function ReportsPage(): never {
  redirect('/reports/pipeline');
}
