import { AppError } from '@aura/kernel';

/**
 * Other workspaces are same-site, so SameSite does not keep their pages from posting here: the Origin does. It also keeps
 * them from signing a visitor in (a public procedure that sets a cookie). Clients that are no browsers send none.
 */
export function refuseForeignOrigin(request: Request, host: string, { isByCookie }: { isByCookie: boolean }): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isOwn = origin === null ? !isByCookie : origin.replace(/^https?:\/\//, '') === host;
  if (!isOwn || (site !== null && site !== 'same-origin')) {
    throw new AppError('forbidden', {
      reason: 'foreign_origin',
      detail: 'This request did not come from this workspace.',
    });
  }
}
