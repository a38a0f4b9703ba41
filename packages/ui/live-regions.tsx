import type { ReactNode } from 'react';
import { assertiveRegionId, politeRegionId } from './announce.ts';

/** The app's two permanent live regions. Render once in the root layout, so they exist before anything is said. */
export function LiveRegions(): ReactNode {
  return (
    <>
      <div id={politeRegionId} role="status" aria-live="polite" className="sr-only" />
      <div id={assertiveRegionId} role="alert" aria-live="assertive" className="sr-only" />
    </>
  );
}
