import type { ReactNode } from 'react';

/** A titled part of the gallery. */
export function GallerySection({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="flex min-w-0 flex-col gap-4">
      <h2 className="border-b border-line pb-2 text-h2">{title}</h2>
      {children}
    </section>
  );
}

export function GalleryRow({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="text-small text-muted">{title}</h3>
      <div className="flex min-w-0 flex-wrap items-center gap-3">{children}</div>
    </div>
  );
}

export const longText =
  'Renewal of the framework agreement for maintenance, spare parts and on-site service 2026–2029 (Donaudampfschifffahrtsgesellschaft)';
export const rtlName = 'ליאור בן־דוד';
