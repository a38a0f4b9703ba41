import {
  Building2,
  CalendarCheck2,
  ChartColumn,
  CircleGauge,
  Circle,
  FileInput,
  Handshake,
  type LucideIcon,
  NotebookPen,
  Package,
  Settings,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';

// A module names its noun; the picture of a noun is chosen once, here.
const icons: Readonly<Record<string, LucideIcon>> = {
  dashboard: CircleGauge,
  today: CircleGauge,
  deal: Handshake,
  deals: Handshake,
  contact: Users,
  contacts: Users,
  organization: Building2,
  organizations: Building2,
  activity: NotebookPen,
  activities: NotebookPen,
  product: Package,
  products: Package,
  task: CalendarCheck2,
  report: ChartColumn,
  reports: ChartColumn,
  import: FileInput,
  imports: FileInput,
  settings: Settings,
};

export function PlaceIcon({ name, className = 'size-5' }: { name: string; className?: string }): ReactNode {
  const Icon = icons[name] ?? Circle;
  return <Icon aria-hidden className={className} />;
}
