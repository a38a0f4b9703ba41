import {
  Building2,
  CalendarCheck,
  ChartColumn,
  Circle,
  Gauge,
  Kanban,
  type LucideIcon,
  Package,
  Search,
  Settings,
  Siren,
  Upload,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';

// Modules name their icons; only those named here are sent to the browser.
const icons: Readonly<Record<string, LucideIcon>> = {
  'building-2': Building2,
  'calendar-check': CalendarCheck,
  'chart-column': ChartColumn,
  gauge: Gauge,
  kanban: Kanban,
  package: Package,
  search: Search,
  settings: Settings,
  siren: Siren,
  upload: Upload,
  users: Users,
};

/** The picture of a place or a noun, by its name in the icon set. */
export function PlaceIcon({ name, className = 'size-5' }: { name: string; className?: string }): ReactNode {
  const Icon = icons[name] ?? Circle;
  return <Icon aria-hidden className={className} />;
}
