import { Link } from '@aura/ui/link';
import { PageHeader } from '@aura/ui/page-header';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { requireVisitor } from '../../../../../shell/door.ts';
import { settingsPlacesOf } from '../../../../../shell/settings-places.ts';

export default async function SettingsPage(): Promise<ReactNode> {
  const { actor } = await requireVisitor();
  return (
    <div className="max-w-160">
      <PageHeader title="Settings" />
      <ul className="divide-y divide-line rounded-panel border border-line bg-surface">
        {settingsPlacesOf(actor).map(({ href, label, purpose }) => (
          <li key={href}>
            <Link href={href} className="flex items-center gap-3 px-4 py-3 -outline-offset-2 hover:bg-sunken">
              <span className="min-w-0 flex-1">
                <span className="block text-h3">{label}</span>
                <span className="block text-small text-muted">{purpose}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
