import { Avatar } from '@aura/ui/avatar';
import { Badge } from '@aura/ui/badge';
import { CalendarCheck2, Mail, MapPin, Phone } from 'lucide-react';
import type { ReactNode } from 'react';

/** The composer of a logged call, filled in as it would be. */
export function CallVignette(): ReactNode {
  return (
    <div className="rounded-panel border border-line bg-surface">
      <div className="flex items-center gap-3 border-b border-line px-4 py-3">
        <Avatar name="Jo Ferreira" />
        <span className="min-w-0">
          <span className="block truncate text-h3">Jo Ferreira</span>
          <span className="block truncate text-small text-muted">Brightwater Clinics · Annual renewal</span>
        </span>
      </div>
      <div className="flex flex-col gap-4 p-4">
        <div className="flex flex-wrap gap-1.5">
          <Kind icon={<Phone className="size-4" />} isChosen>
            Call
          </Kind>
          <Kind icon={<Mail className="size-4" />}>E-mail</Kind>
          <Kind icon={<MapPin className="size-4" />}>Meeting</Kind>
        </div>
        <p className="rounded-control border border-control px-3 py-2 text-body-lg">
          Wants the same terms for two years. Budget is approved; asks for the offer by Friday.
          <span className="ms-0.5 inline-block h-4.5 w-px translate-y-1 bg-ink" />
        </p>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Badge tone="primary" icon={<CalendarCheck2 />} className="px-2.5 py-1.5 text-small">
            Next: send the offer, Fri 6 Mar
          </Badge>
          <span className="inline-flex min-h-9 items-center rounded-control bg-primary px-3.5 font-medium text-on-primary">
            Save the call
          </span>
        </div>
      </div>
    </div>
  );
}

function Kind({
  icon,
  isChosen = false,
  children,
}: {
  icon: ReactNode;
  isChosen?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <span
      className={`inline-flex min-h-8 items-center gap-1.5 rounded-control border px-2.5 text-small ${
        isChosen ? 'border-primary bg-primary-soft font-medium text-primary' : 'border-line text-muted'
      }`}
    >
      {icon}
      {children}
    </span>
  );
}
