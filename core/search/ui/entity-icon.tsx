import { Building2, Circle, Kanban, type LucideIcon, Package, Search, Users } from 'lucide-react';
import type { ReactNode } from 'react';

const icons: Readonly<Record<string, LucideIcon>> = {
  contact: Users,
  deal: Kanban,
  organization: Building2,
  product: Package,
  search: Search,
};

/** The picture of a kind of record. */
export function EntityIcon({ entity, className }: { entity: string; className?: string }): ReactNode {
  const Icon = icons[entity] ?? Circle;
  return <Icon aria-hidden className={className} />;
}
